package no.tillit.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Ten projects of documents put straight into the database, twenty of each participant; then, over the API, one project's due
 * records are found and foreseen, and all of its records get another end.
 */
final class ManyRecords {
    private static final int PROJECTS = 10;
    private static final int DOCUMENTS = 20;
    private static final int DUE = 1_000;
    private static final int PAGE = 200;

    private final Database database;
    private final BenchProject project;
    private final int each;

    /** @param each participants of each project, {@value #DUE} and more */
    ManyRecords(Database database, BenchProject project, int each) {
        this.database = database;
        this.project = project;
        this.each = each;
    }

    /** @return documents stored in all */
    int documents() {
        return PROJECTS * each * DOCUMENTS;
    }

    /** @return records of the one project: its documents and its participants */
    int records() {
        return each * (DOCUMENTS + 1);
    }

    /** Notes of every so manieth participant of the one project will be due; the other projects' records are settled already. */
    void fill() throws SQLException {
        database.pseudonyms(each);
        String mine = "project_id = '" + project.id() + "'";
        database.asOwner(
                "INSERT INTO project SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'reference', gen_random_uuid()::text, 'name', 'Arkiv'))).* FROM project p,"
                        + " generate_series(2, " + PROJECTS + ") WHERE p.id = '" + project.id() + "'",
                "INSERT INTO participant (id, project_id, pseudonym, sample_id, legal_basis, state, registered_at,"
                        + " registered_by) SELECT gen_random_uuid(), p.id, n.pseudonym, '"
                        + project.sample() + "', 'CONSENT', 'ACTIVE', now(), 'bench-records' FROM project p,"
                        + " bench_pseudonym n WHERE p.id = '" + project.id() + "' OR p.name = 'Arkiv'",
                "ALTER TABLE document DISABLE TRIGGER disposal",
                "INSERT INTO document (id, project_id, type, format, state, attached_to, data_day, key_id, name_owner,"
                        + " file_name, original_blob, original_length, original_stored_length, original_sha256, text_cut,"
                        + " received_at, received_by) SELECT gen_random_uuid(), p.project_id, CASE WHEN k = 1 AND p."
                        + mine
                        + " AND n.n % " + each / DUE
                        + " = 0 THEN 'INTERVIEW_NOTES' ELSE 'TRANSCRIPT' END,"
                        + " 'TXT', 'AVAILABLE', p.id, current_date - 30, gen_random_uuid(), p.id, '\\x00',"
                        + " gen_random_uuid(), 50000, 50100, sha256(p.id::text::bytea), false, now(), 'bench-records'"
                        + " FROM participant p JOIN bench_pseudonym n USING (pseudonym), generate_series(1, "
                        + DOCUMENTS + ") k"
                        + " WHERE p.registered_by = 'bench-records'",
                "ALTER TABLE document ENABLE TRIGGER disposal",
                "INSERT INTO document_share (document_id, subject_id, wrapped) SELECT id, attached_to, '\\x00'"
                        + " FROM document WHERE received_by = 'bench-records'",
                "INSERT INTO disposal (kind, record_id, project_id, covers) SELECT 'document', id, project_id, type"
                        + " FROM document WHERE received_by = 'bench-records'",
                "UPDATE disposal SET stale = false, decision = 'DISPOSE', reason = 'processing-ended',"
                        + " due_on = current_date + 365 FROM project p WHERE p.id = project_id AND p.name = 'Arkiv'",
                "VACUUM ANALYZE participant, document, document_share, disposal, project");
        Map<String, Object> notes = new HashMap<>(Map.of(
                "covers", "interview-notes",
                "starts", "date",
                "startsOn", today().minusYears(2).toString(),
                "period", "P1Y",
                "disposal", "dispose",
                "authority", "Måling",
                "words", Map.of("nb", "Notater slettes.", "nn", "Notat blir sletta.", "en", "Notes go."),
                "version", 0));
        project.officer.put(project.path("retention/schedules/bench-notes"), notes);
    }

    /** @return seconds until the API says of all records when and why they go, none of which has been asked about before */
    double settle() {
        return seconds(() -> project.officer.get(project.path("retention/overview")));
    }

    /** @return milliseconds in which all that is due has been listed, page by page */
    double[] due(int count) {
        double[] milliseconds = new double[count];
        for (int i = 0; i < count; i++) {
            milliseconds[i] = 1_000
                    * seconds(() -> {
                        int found = 0;
                        for (int page = 0; page * PAGE < DUE; page++) {
                            found += project.officer
                                    .get(project.path("retention/due?size=" + PAGE + "&page=" + page))
                                    .get("items")
                                    .size();
                        }
                        require(found);
                    });
        }
        return milliseconds;
    }

    /** @return milliseconds in which stock is taken of all that is due, and the preview of its deletion answered */
    double[] previews(int count) {
        double[] milliseconds = new double[count];
        for (int i = 0; i < count; i++) {
            milliseconds[i] = 1_000
                    * seconds(() -> require(project.officer
                            .post("deletion-jobs", Map.of("project", project.id(), "cause", "schedule"))
                            .get("progress")
                            .get("total")
                            .asInt()));
        }
        return milliseconds;
    }

    /** @return seconds in which the project's end is moved, and every record's day has followed */
    double recompute() {
        return seconds(() -> {
            project.lead.put(
                    project.path("end"), Map.of("endsOn", today().plusMonths(6).toString()));
            project.officer.get(project.path("retention/overview"));
        });
    }

    private static void require(int found) {
        if (found != DUE) {
            throw new IllegalStateException(found + " records are due, not " + DUE);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Oslo"));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
