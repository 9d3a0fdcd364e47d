package no.tillit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.project.internal.ApprovalEndDates;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scans and withdrawn interviews have a disposal date")
class DisposalOfScansTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final House house = new House();
    private ProjectId project = ProjectId.random();
    private ParticipantId someone = ParticipantId.random();

    @BeforeEach
    void open() {
        house.with(EndDates.class, house.the(ApprovalEndDates.class));
        AProject registered = AProject.in(house);
        project = registered.id();
        someone = registered.aParticipant();
        house.on(TODAY).as("marit", Role.PRIVACY_OFFICER);
    }

    @Test
    @DisplayName(
            "a form that nobody could match goes when the project ends; a matched one with its person, if that is sooner")
    void scans() throws SQLException {
        UUID waiting = form(null);
        UUID known = form(someone);
        UUID file = batch("REFUSED");
        assertThat(List.of(fate(waiting), fate(known), fate(file)))
                .extracting(Fate::dueOn)
                .containsOnly(AProject.ENDS.plusDays(1));
        sql(
                "UPDATE participant SET state = 'BLOCKED', blocked_at = '2026-11-21 10:00+01',"
                        + " block_reason = 'CONSENT_WITHDRAWN' WHERE id = ?",
                someone.value());
        assertThat(due()).contains(known).doesNotContain(waiting, file);
        sql("DELETE FROM scanned_form WHERE id = ?", known);
        assertThat(due()).doesNotContain(known);
    }

    @Test
    @DisplayName("a file whose pages are read leaves its date to its forms")
    void read() throws SQLException {
        UUID file = batch("REFUSED");
        assertThat(fate(file).dueOn()).isNotNull();
        sql("UPDATE scan_batch SET state = 'READ', refusal = NULL WHERE id = ?", file);
        assertThat(due()).doesNotContain(file);
        assertThat(house.doing(() -> house.the(Fates.class).of(project, RecordKind.SCAN, file)))
                .isEmpty();
    }

    @Test
    @DisplayName("an interview whose consent was withdrawn by item goes from that day; one held later stays")
    void interviews() throws SQLException {
        UUID before = interview("2026-02-02");
        UUID after = interview("2026-11-22");
        assertThat(due()).isEmpty();
        sql(
                "INSERT INTO consent_withdrawal (participant_id, item, at, recorded_by)"
                        + " VALUES (?, 'INTERVIEW', '2026-11-20 23:30+01', 'ingrid')",
                someone.value());
        assertThat(due()).contains(before).doesNotContain(after);
        assertThat(house.doing(() -> house.the(Fates.class).of(project, RecordKind.INTERVIEW, before))
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 11, 20));
    }

    private List<UUID> due() {
        return house
                .doing(() -> house.the(ReadingDue.class)
                        .page(project, DueList.DISPOSE, null, TODAY, new PageRequest(0, 50), Purpose.DATA_PROTECTION))
                .items()
                .stream()
                .map(DueRecord::record)
                .toList();
    }

    private Fate fate(UUID record) {
        return house.doing(() ->
                house.the(Fates.class).of(project, RecordKind.SCAN, record).orElseThrow());
    }

    private UUID form(@Nullable ParticipantId of) throws SQLException {
        UUID id = UUID.randomUUID();
        sql(
                "INSERT INTO scanned_form (id, project_id, state, reason, number_known, participant_id, received_at, received_by)"
                        + " VALUES (?, ?, ?, ?, false, ?, now(), 'x')",
                id,
                project.value(),
                of == null ? "BY_HAND" : "PROPOSED",
                of == null ? "NO_CODE" : null,
                of == null ? null : of.value());
        return id;
    }

    private UUID batch(String state) throws SQLException {
        UUID id = UUID.randomUUID();
        sql(
                "INSERT INTO scan_batch (id, project_id, state, refusal, pages_read, blank_pages, attempts, file_name,"
                        + " received_at, received_by) VALUES (?, ?, ?, 'damaged-file', 0, 0, 1, ''::bytea, now(), 'x')",
                id,
                project.value(),
                state);
        return id;
    }

    private UUID interview(String day) throws SQLException {
        UUID id = UUID.randomUUID();
        sql(
                "INSERT INTO interview VALUES (?, ?, 'INDIVIDUAL', 'HELD', ?::date, 30, true, now(), 'x')",
                id,
                project.value(),
                day);
        sql("INSERT INTO interview_participant VALUES (?, ?, 'P-1')", id, someone.value());
        return id;
    }

    private static void sql(String sql, @Nullable Object... values) throws SQLException {
        try (var owner = TestDatabases.tillitOwner().getConnection();
                var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
