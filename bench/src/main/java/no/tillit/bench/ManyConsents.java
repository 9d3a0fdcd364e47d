package no.tillit.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.internal.AtTheGate;
import no.tillit.kernel.ParticipantId;

/** Ten projects in which everybody has signed ten forms, put straight into the database; then gate and board are asked. */
final class ManyConsents {
    private static final int PROJECTS = 10;
    private static final int FORMS = 10;
    private static final Set<ConsentItem> RECORDING = Set.of(ConsentItem.AUDIO_RECORDING, ConsentItem.INTERVIEW);

    private final Database database;
    private final BenchProject project;
    private final int each;

    /** @param each participants of each project */
    ManyConsents(Database database, BenchProject project, int each) {
        this.database = database;
        this.project = project;
        this.each = each;
    }

    void fill() throws SQLException {
        database.asOwner(
                "INSERT INTO project SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'reference', gen_random_uuid()::text, 'name', 'Mange'))).* FROM project p,"
                        + " generate_series(2, " + PROJECTS + ") WHERE p.id = '" + project.id() + "'",
                "INSERT INTO participant (id, project_id, pseudonym, sample_id, legal_basis, state, registered_at,"
                        + " registered_by) SELECT gen_random_uuid(), p.id, 'M' || lpad(n::text, 6, '0'), '"
                        + project.sample() + "', 'CONSENT', 'ACTIVE', now(), 'bench' FROM project p,"
                        + " generate_series(1, " + each + ") n WHERE p.id = '" + project.id() + "' OR p.name = 'Mange'",
                "INSERT INTO consent (id, project_id, participant_id, signed_on, method, language, decided, round,"
                        + " captured_at, captured_by) SELECT gen_random_uuid(), p.project_id, p.id,"
                        + " current_date - 20 + k, 'PAPER', 'nb', 'bench', 0, now(), 'bench' FROM participant p,"
                        + " generate_series(1, " + FORMS + ") k WHERE p.registered_by = 'bench'",
                "INSERT INTO consent_decision (consent_id, item, given) SELECT c.id, i.item, true FROM consent c,"
                        + " (VALUES ('INTERVIEW'), ('AUDIO_RECORDING')) i(item) WHERE c.captured_by = 'bench'",
                "INSERT INTO consent_standing (participant_id, project_id, item, state, consent_id, since) SELECT"
                        + " c.participant_id, c.project_id, i.item, 'GIVEN', c.id, c.signed_on FROM consent c,"
                        + " (VALUES ('INTERVIEW'), ('AUDIO_RECORDING')) i(item)"
                        + " WHERE c.captured_by = 'bench' AND c.signed_on = current_date - 20 + " + FORMS,
                "VACUUM ANALYZE participant, consent, consent_decision, consent_standing, project");
    }

    private record Someone(ParticipantId id, String project) {}

    /**
     * @return milliseconds of what the gate asks and of the history it puts together, by its own code, each time in a transaction
     *     of its own that sees one project
     */
    double[] gate(int count, int warmUp) throws SQLException {
        Random random = new Random(3);
        double[] milliseconds = new double[count];
        List<Someone> people = people();
        try (Connection connection = database.application()) {
            for (int i = -warmUp; i < count; i++) {
                Someone person = people.get(random.nextInt(people.size()));
                see(connection, person.project());
                long start = System.nanoTime();
                int forms = AtTheGate.hold(connection, person.id(), RECORDING)
                        .map(held -> held.history().forms().size())
                        .orElse(0);
                double taken = (System.nanoTime() - start) / 1e6;
                connection.commit();
                if (forms != FORMS) {
                    throw new IllegalStateException("the gate was shown " + forms + " forms");
                }
                if (i >= 0) {
                    milliseconds[i] = taken;
                }
            }
        }
        return milliseconds;
    }

    /** As the application tells a transaction whose rows it may see. */
    private static void see(Connection connection, String project) throws SQLException {
        try (PreparedStatement see = connection.prepareStatement("SELECT set_config('tillit.projects', ?, true)")) {
            see.setString(1, project);
            see.execute();
        }
    }

    private List<Someone> people() throws SQLException {
        try (Connection connection = database.owner();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id, project_id FROM participant WHERE registered_by = 'bench' ORDER BY id");
                ResultSet rows = select.executeQuery()) {
            List<Someone> people = new ArrayList<>();
            while (rows.next()) {
                people.add(new Someone(new ParticipantId(rows.getObject(1, UUID.class)), rows.getString(2)));
            }
            return people;
        }
    }

    /** @return milliseconds of the board's answers over the API: a page here and there, every other time with a filter, and the counts */
    double[] board(Person person, int port, int count, int warmUp) throws IOException {
        Random random = new Random(4);
        double[] milliseconds = new double[count];
        String path = "/api/v1/projects/" + project.id() + "/consents/";
        try (Wire wire = new Wire(port)) {
            for (int i = -warmUp; i < count; i++) {
                String page = "board?page=" + random.nextInt(each / 50);
                String question =
                        switch (Math.floorMod(i, 3)) {
                            case 0 -> page;
                            case 1 -> page + "&item=interview&status=given";
                            default -> "counts";
                        };
                long start = System.nanoTime();
                wire.send("GET", path + question, person.headers()).require(200);
                if (i >= 0) {
                    milliseconds[i] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        return milliseconds;
    }
}
