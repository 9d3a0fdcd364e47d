package no.tillit.consent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    @Test
    @DisplayName("what the gate asks is one statement, and each part of it is found by an index")
    void indexed() throws SQLException {
        var plan = new StringBuilder();
        try (var connection = TestDatabases.tillitOwner().getConnection()) {
            connection.createStatement().execute("SET enable_seqscan = off");
            try (var explain = connection.prepareStatement("EXPLAIN " + Histories.FACTS)) {
                UUID someone = UUID.randomUUID();
                var items = connection.createArrayOf("text", new String[] {"INTERVIEW", "AUDIO_RECORDING"});
                explain.setObject(1, someone);
                explain.setArray(2, items);
                explain.setObject(3, someone);
                explain.setArray(4, items);
                explain.setObject(5, someone);
                var rows = explain.executeQuery();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        assertThat(plan.toString())
                .contains("consent_stored_once", "consent_decision_pkey", "consent_withdrawal_pkey")
                .contains("consent_verdict_participant")
                .doesNotContain("Seq Scan");
    }
}
