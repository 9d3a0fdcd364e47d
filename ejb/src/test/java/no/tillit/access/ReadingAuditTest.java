package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import no.tillit.audit.AuditFilter;
import no.tillit.audit.LoggedEntry;
import no.tillit.audit.Outcome;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.House;
import no.tillit.testing.Projects;
import no.tillit.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadingAuditTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 25);

    private final House house = new House();
    private final ProjectId project = Projects.row();
    private final ParticipantId someone = ParticipantId.random();

    @BeforeEach
    void entries() throws SQLException {
        write("2026-10-24T21:59:59Z", "ingrid", "document.read", "ALLOWED");
        write("2026-10-24T22:00:00Z", "ingrid", "document.read", "ALLOWED");
        write("2026-10-25T22:59:59Z", "jonas", "document.read", "REFUSED");
        write("2026-10-25T23:00:00Z", "jonas", "consent.read", "ALLOWED");
        house.as("audun", Role.AUDITOR);
    }

    @Test
    @DisplayName("a day is a day in Norway, also when the clocks go back")
    void day() {
        assertThat(found(null, null, null, DAY, DAY))
                .extracting(LoggedEntry::actor)
                .containsExactly("jonas", "ingrid");
        assertThat(found(null, null, null, null, DAY.minusDays(1))).hasSize(1);
        assertThat(found(null, null, null, DAY.plusDays(1), null)).hasSize(1);
    }

    @Test
    @DisplayName("actor, action and outcome narrow the list")
    void filters() {
        assertThat(found("jonas", null, null, null, null)).hasSize(2);
        assertThat(found("jonas", "document.read", null, null, null)).hasSize(1);
        assertThat(found(null, null, Outcome.REFUSED, null, null)).hasSize(1);
        assertThat(found("' OR true --", null, null, null, null)).isEmpty();
    }

    @Test
    @DisplayName("reading the log is in the log, with the participant it was read about")
    void logged() {
        found(null, null, null, null, null);
        assertThat(house.audited).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("audit.read");
            assertThat(entry.actor()).isEqualTo("audun");
            assertThat(entry.participant()).isEqualTo(someone);
        });
    }

    @Test
    @DisplayName("a page is cut by the database and says how many there are")
    void page() {
        var page = house.doing(() -> house.the(ReadingAudit.class)
                .page(filter(null, null, null, null, null), new PageRequest(1, 3), Purpose.AUDIT));
        assertThat(page.items()).hasSize(1);
        assertThat(page.total()).isEqualTo(4);
    }

    @Test
    @DisplayName("a researcher, a caseworker and a project lead cannot read the log, an auditor not for research")
    void notTheirs() {
        for (Role role : new Role[] {Role.RESEARCHER, Role.CASEWORKER, Role.PROJECT_LEAD, Role.OPERATOR}) {
            house.as("somebody", role);
            assertThatThrownBy(() -> found(null, null, null, null, null)).isInstanceOf(NotFound.class);
        }
        house.as("audun", Role.AUDITOR);
        assertThatThrownBy(() -> house.doing(() ->
                        house.the(ReadingAudit.class).page(AuditFilter.all(), new PageRequest(0, 1), Purpose.RESEARCH)))
                .isInstanceOf(PurposeNotAllowed.class);
        assertThatThrownBy(() -> filter(null, null, null, DAY, DAY.minusDays(1)))
                .isInstanceOf(InvalidInput.class);
    }

    private List<LoggedEntry> found(
            @Nullable String actor,
            @Nullable String action,
            @Nullable Outcome outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return house.doing(() -> house.the(ReadingAudit.class)
                        .page(filter(actor, action, outcome, from, to), new PageRequest(0, 50), Purpose.AUDIT))
                .items();
    }

    private AuditFilter filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable Outcome outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new AuditFilter(actor, action, project, someone, null, outcome, from, to);
    }

    private void write(String at, String actor, String action, String outcome) throws SQLException {
        try (var connection = TestDatabases.tillit().getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO audit_entry (at, actor, role, action, project_id, participant_id, outcome, reason, uid,"
                                + " leaf_hash) VALUES (?::timestamptz, ?, 'role', ?, ?, ?, ?, ?, gen_random_uuid(),"
                                + " sha256('invented'))")) {
            insert.setString(1, at);
            insert.setString(2, actor);
            insert.setString(3, action);
            insert.setObject(4, project.value());
            insert.setObject(5, someone.value());
            insert.setString(6, outcome);
            insert.setString(7, outcome.equals("REFUSED") ? "no-access" : null);
            insert.executeUpdate();
        }
    }
}
