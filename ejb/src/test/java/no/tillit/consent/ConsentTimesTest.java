package no.tillit.consent;

import static no.tillit.consent.ConsentItem.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.ParticipantId;
import no.tillit.project.LegalBasis;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The two times: what held on a day, and what was known of it on a day; and the law that a sample rests on. */
class ConsentTimesTest extends ConsentHouse {
    @Test
    @DisplayName("a form recorded late held from its day on, but was not known before it was recorded")
    void recordedLate() {
        house.on(APRIL_1);
        record(MARCH_1, BOTH, Validity.UNTIL_PROJECT_END);
        assertThat(held(INTERVIEW, MARCH_1, APRIL_1)).isEqualTo(ConsentState.GIVEN);
        assertThat(held(INTERVIEW, MARCH_1, APRIL_1.minusDays(1))).isNull();
        assertRefused("known-in-future", () -> held(INTERVIEW, MARCH_1, APRIL_1.plusDays(1)));
    }

    @Test
    @DisplayName("the database lets nobody rewrite what was recorded")
    void appendOnly() throws SQLException {
        ConsentId id = scanned(MARCH_1);
        var refused = new AtomicInteger();
        for (String statement : List.of(
                "UPDATE consent SET signed_on = '2020-01-01' WHERE id = '%s'",
                "UPDATE consent SET evidence = gen_random_uuid() WHERE id = '%s'",
                "UPDATE consent_decision SET given = false WHERE consent_id = '%s'",
                "UPDATE consent_verdict SET reason = NULL WHERE consent_id = '%s'",
                "UPDATE consent_withdrawal SET ended_by = 'PERSON'")) {
            try (var connection = TestDatabases.tillit().getConnection();
                    var change = connection.createStatement()) {
                change.execute("SET tillit.projects = '*'");
                change.executeUpdate(statement.formatted(id.value()));
            } catch (SQLException forbidden) {
                refused.incrementAndGet();
            }
        }
        assertThat(refused).hasValue(5);
    }

    @Test
    @DisplayName("what rests on law is refused when the approval does not name that law for the sample any more")
    void noLongerApproved() throws SQLException {
        ParticipantId ola = project.aParticipantByLaw();
        var gate = house.the(ConsentGate.class);
        assertThat(house.doing(() -> gate.require(List.of(ola), ConsentItem.FOLLOW_UP, MARCH_1))
                        .basis())
                .containsEntry(ola, LegalBasis.PUBLIC_TASK);
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var change = connection.createStatement()) {
            change.executeUpdate(
                    "UPDATE project_sample SET legal_basis = 'CONSENT' WHERE id = '" + project.byLaw() + "'");
        }
        assertRefused(
                "basis-not-approved",
                () -> house.does(() -> gate.require(List.of(ola), ConsentItem.FOLLOW_UP, MARCH_1)));
    }
}
