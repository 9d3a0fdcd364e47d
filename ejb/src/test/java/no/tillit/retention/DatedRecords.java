package no.tillit.retention;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.project.internal.ApprovalEndDates;
import no.tillit.retention.Schedule.Words;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A project with records whose disposal dates are looked at. */
abstract class DatedRecords {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    House house;

    ProjectId project;

    ParticipantId someone;

    @BeforeEach
    void open() {
        house = new House();
        house.with(EndDates.class, house.the(ApprovalEndDates.class));
        AProject registered = AProject.in(house);
        project = registered.id();
        someone = registered.aParticipant();
        house.on(TODAY).as("marit", Role.PRIVACY_OFFICER);
    }

    Page<DueRecord> due(LocalDate until) {
        return page(DueList.DISPOSE, until);
    }

    Page<DueRecord> page(DueList list, LocalDate until) {
        house.as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(ReadingDue.class)
                .page(project, list, null, until, new PageRequest(0, 50), Purpose.DATA_PROTECTION));
    }

    DueOverview overview(LocalDate until) {
        return house.doing(() -> house.the(ReadingDue.class).overview(project, until, Purpose.DATA_PROTECTION));
    }

    Fate fate(RecordKind kind, UUID record) {
        return house.doing(
                () -> house.the(Fates.class).of(project, kind, record).orElseThrow());
    }

    Schedule put(NewSchedule wanted, int seen) {
        return house.doing(() -> house.the(EditingSchedules.class).put(project, wanted, seen, Purpose.DATA_PROTECTION));
    }

    static NewSchedule schedule(String code, RecordKind covers, DisposalDecision disposal, boolean inForce) {
        return new NewSchedule(
                code,
                covers,
                RetentionEvent.DATE,
                TODAY.minusMonths(1),
                RetentionPeriod.ofDays(20),
                disposal,
                "arkivlova",
                new Words("a", "b", "c"),
                inForce);
    }

    UUID document(String type, UUID attachedTo) throws SQLException {
        UUID id = UUID.randomUUID();
        sql("""
                INSERT INTO document (id, project_id, type, format, state, attached_to, data_day, key_id, name_owner, file_name,
                    original_blob, original_length, original_stored_length, original_sha256, text_cut, received_at, received_by)
                VALUES (?, ?, ?, 'TXT', 'AVAILABLE', ?, '2026-02-02', gen_random_uuid(), ?, '\\x00', gen_random_uuid(), 1, 1,
                    sha256('\\x00'), false, now(), 'x')""", id, project.value(), type, attachedTo, someone.value());
        sql("INSERT INTO document_share VALUES (?, ?, 'P-1', '\\x00')", id, someone.value());
        return id;
    }

    /** As another feature, or the passing of time, would change it. */
    static void sql(String sql, @Nullable Object... values) throws SQLException {
        try (var owner = TestDatabases.tillitOwner().getConnection();
                var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
