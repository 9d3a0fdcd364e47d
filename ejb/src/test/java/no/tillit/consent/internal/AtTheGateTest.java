package no.tillit.consent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantState;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtTheGateTest {
    private static final Set<ConsentItem> RECORDING = Set.of(ConsentItem.AUDIO_RECORDING, ConsentItem.INTERVIEW);

    @Test
    @DisplayName(
            "each part of what the gate asks is found by an index that begins with the person, where there are many")
    void indexed() throws SQLException, IOException {
        var plan = new StringBuilder();
        try (var connection = TestDatabases.as("postgres", "tillit").getConnection()) {
            connection.setAutoCommit(false);
            manyRows(connection);
            try (var explain = connection.prepareStatement("EXPLAIN " + AtTheGate.FACTS)) {
                UUID someone = UUID.randomUUID();
                var items = connection.createArrayOf("text", new String[] {"INTERVIEW", "AUDIO_RECORDING"});
                explain.setObject(1, someone);
                explain.setArray(2, items);
                explain.setObject(3, someone);
                explain.setArray(4, items);
                explain.setObject(5, someone);
                explain.setObject(6, someone);
                var rows = explain.executeQuery();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            } finally {
                connection.rollback();
            }
        }
        assertThat(plan.toString())
                .contains("consent_decision_at_the_gate", "consent_withdrawal_pkey")
                .contains("consent_verdict_participant", "project_pkey")
                .containsAnyOf("consent_at_the_gate", "consent_stored_once", "consent_pkey")
                .doesNotContain("Seq Scan")
                .doesNotContain("consent_decision_pkey");
    }

    /** What the database does with a few rows says nothing, and depends on which other tests have put some there. */
    private static void manyRows(Connection connection) throws SQLException, IOException {
        String project = script("rows-of-a-project.sql")
                .replace("$PROJECT", UUID.randomUUID().toString())
                .replace("$MEMBER", "ingrid");
        try (var make = connection.createStatement()) {
            make.execute(project);
            make.execute(script("many-rows.sql"));
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream script = Objects.requireNonNull(AtTheGateTest.class.getResourceAsStream("/access/" + name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @DisplayName(
            "on one connection and in its transaction: who it is, until when, and what was decided of the items asked about")
    void known(@TempDir Path blobs) throws SQLException {
        House house = DocumentHouse.in(blobs);
        AProject project = AProject.in(house);
        var day = LocalDate.of(2026, 3, 2);
        house.on(day);
        ParticipantId kari = project.aParticipant();
        house.as("ingrid", Role.RESEARCHER);
        DocumentHouse.consent(house, kari, day, Purpose.RESEARCH, ConsentItem.INTERVIEW, ConsentItem.CONTACT_AGAIN);
        try (var connection = TestDatabases.tillitOwner().getConnection()) {
            connection.setAutoCommit(false);
            AtTheGate.Person held = AtTheGate.hold(connection, kari, RECORDING).orElseThrow();
            assertThat(held.project()).isEqualTo(project.id());
            assertThat(held.state()).isEqualTo(ParticipantState.ACTIVE);
            assertThat(held.endsOn()).isEqualTo(AProject.ENDS);
            assertThat(held.history().decided()).containsExactly(ConsentItem.INTERVIEW);
            assertThat(AtTheGate.hold(connection, new ParticipantId(UUID.randomUUID()), RECORDING))
                    .isEmpty();
            connection.rollback();
        }
    }
}
