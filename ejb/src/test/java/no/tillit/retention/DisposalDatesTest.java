package no.tillit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every record knows the day on which it goes, and why")
class DisposalDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private House house;
    private ProjectId project;
    private ParticipantId someone;

    @BeforeEach
    void open() {
        house = new House();
        house.with(EndDates.class, house.the(ApprovalEndDates.class));
        AProject registered = AProject.in(house);
        project = registered.id();
        someone = registered.aParticipant();
        house.on(TODAY).as("marit", Role.PRIVACY_OFFICER);
    }

    @Test
    @DisplayName("from the moment it is there: the day after the approval's last one")
    void fromTheBeginning() throws SQLException {
        UUID paper = document("TRANSCRIPT", UUID.randomUUID());
        Fate fate = fate(RecordKind.TRANSCRIPT, paper);
        assertThat(fate.dueOn()).isEqualTo(AProject.ENDS.plusDays(1));
        assertThat(fate.reason()).isEqualTo(RetentionReason.PROCESSING_ENDED);
        assertThat(due(AProject.ENDS).total()).isZero();
        assertThat(due(AProject.ENDS.plusDays(1)).items())
                .extracting(DueRecord::record)
                .containsExactlyInAnyOrder(paper, someone.value());
    }

    @Test
    @DisplayName("moving the approval's end recomputes all of the project, and nothing of another's")
    void endMoves() throws SQLException {
        document("TRANSCRIPT", UUID.randomUUID());
        assertThat(overview(TODAY).due()).isZero();
        sql("UPDATE project SET ends_on = ? WHERE id = ?", TODAY.minusDays(1), project.value());
        assertThat(overview(TODAY).due()).isEqualTo(2);
        sql("UPDATE project SET ends_on = ? WHERE id = ?", TODAY, project.value());
        assertThat(overview(TODAY).due()).isZero();
        assertThat(overview(TODAY.plusDays(1)).due()).isEqualTo(2);
        assertThat(overview(TODAY).months())
                .singleElement()
                .satisfies(month -> assertThat(month.disposed()).isEqualTo(2));
    }

    @Test
    @DisplayName("a withdrawal makes what rested on it due the same day")
    void withdrawal() throws SQLException {
        UUID paper = document("TRANSCRIPT", UUID.randomUUID());
        sql("UPDATE document SET state = 'RESTRICTED', restricted_at = '2026-11-22 10:00+01' WHERE id = ?", paper);
        assertThat(due(TODAY).items())
                .singleElement()
                .satisfies(record -> assertThat(record.reason()).isEqualTo("consent-withdrawn"));
        sql(
                "UPDATE participant SET state = 'BLOCKED', blocked_at = '2026-11-21 23:30+01',"
                        + " block_reason = 'CONSENT_WITHDRAWN' WHERE id = ?",
                someone.value());
        assertThat(due(TODAY.minusDays(1)).items())
                .as("half past eleven in the evening is that day in Norway")
                .extracting(DueRecord::kind)
                .containsExactlyInAnyOrder(RecordKind.TRANSCRIPT, RecordKind.PARTICIPANT);
    }

    @Test
    @DisplayName("the recording goes when somebody has found the transcript right, and the transcript stays")
    void transcriptApproved() throws SQLException {
        UUID talk = interview();
        UUID sound = document("AUDIO_RECORDING", talk);
        UUID paper = document("TRANSCRIPT", talk);
        house.as("ingrid", Role.RESEARCHER);
        house.does(() -> house.the(NotingEvents.class)
                .note(project, RetentionEvent.TRANSCRIPT_APPROVED, RecordKind.INTERVIEW, talk, null, Purpose.RESEARCH));
        assertThat(due(TODAY).items()).extracting(DueRecord::record).containsExactly(sound);
        assertThat(fate(RecordKind.AUDIO_RECORDING, sound).schedule())
                .extracting(Schedule::code)
                .isEqualTo("recording-when-transcribed");
        assertThat(fate(RecordKind.TRANSCRIPT, paper).dueOn()).isEqualTo(AProject.ENDS.plusDays(1));
    }

    @Test
    @DisplayName("a changed schedule is a new version, counts at once, and cannot be changed by who saw an older one")
    void changedSchedule() throws SQLException {
        document("INTERVIEW_NOTES", UUID.randomUUID());
        NewSchedule notes = schedule("notes", RecordKind.INTERVIEW_NOTES, DisposalDecision.DISPOSE, true);
        assertThat(put(notes, 0).version()).isEqualTo(1);
        assertThat(due(TODAY).items())
                .singleElement()
                .satisfies(record -> assertThat(record.schedule()).isEqualTo("notes"));
        assertThatThrownBy(() -> put(notes, 0))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("schedule-changed"));
        put(schedule("notes", RecordKind.INTERVIEW_NOTES, DisposalDecision.DISPOSE, false), 1);
        assertThat(due(TODAY).total()).isZero();
        List<Schedule> versions = house.doing(
                () -> house.the(EditingSchedules.class).versions(project, "notes", Purpose.DATA_PROTECTION));
        assertThat(versions).extracting(Schedule::version).containsExactly(2, 1);
        assertThat(house.audited).anySatisfy(e -> assertThat(e.action()).isEqualTo("retention-schedule.changed"));
        house.as("solveig", Role.PROJECT_LEAD);
        assertThatThrownBy(() -> put(notes, 2)).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("what archive law preserves by a schedule is on the list for transfer and never due")
    void preserved() throws SQLException {
        UUID plan = document("RELEASE_PLAN", someone.value());
        put(schedule("plans", RecordKind.RELEASE_PLAN, DisposalDecision.PRESERVE, true), 0);
        assertThat(page(DueList.PRESERVED, TODAY).items())
                .extracting(DueRecord::record)
                .containsExactly(plan);
        assertThat(due(LocalDate.of(2099, 1, 1)).items())
                .extracting(DueRecord::record)
                .doesNotContain(plan);
        assertThat(fate(RecordKind.RELEASE_PLAN, plan).isPreserved()).isTrue();
    }

    @Test
    @DisplayName("two holds hold until both are released; what became due meanwhile is due then")
    void holds() throws SQLException {
        UUID paper = document("TRANSCRIPT", UUID.randomUUID());
        Hold onPerson = place(new NewHold(
                someone,
                null,
                null,
                "A complaint is with the court",
                "GDPR Art 17(3)(e)",
                TODAY.plusMonths(1),
                HoldAudience.PROJECT));
        Hold onPaper = place(new NewHold(
                null,
                RecordKind.TRANSCRIPT,
                paper,
                "An inspection",
                "GDPR Art 58",
                TODAY.plusDays(3),
                HoldAudience.PRIVACY_OFFICERS));
        assertThat(fate(RecordKind.TRANSCRIPT, paper).heldSince()).isEqualTo(TODAY);
        assertThat(page(DueList.HELD, TODAY).items())
                .extracting(DueRecord::record)
                .contains(paper, someone.value());
        release(onPerson);
        assertThat(fate(RecordKind.TRANSCRIPT, paper).heldSince()).isNotNull();
        release(onPaper);
        assertThat(fate(RecordKind.TRANSCRIPT, paper).heldSince()).isNull();
        assertThat(page(DueList.HELD, TODAY).total()).isZero();
        assertThatThrownBy(() -> release(onPaper))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("hold-released"));
    }

    @Test
    @DisplayName("why something is held reads who may; that its day of review has come nobody can miss")
    void whoSees() {
        place(new NewHold(
                someone,
                null,
                null,
                "Ola klaget",
                "GDPR Art 17(3)(e)",
                TODAY.plusDays(1),
                HoldAudience.PRIVACY_OFFICERS));
        assertThat(holds(false).items()).extracting(Hold::reason).containsExactly("Ola klaget");
        assertThat(holds(true).total()).isZero();
        house.on(TODAY.plusDays(1));
        assertThat(holds(true).total()).isEqualTo(1);
        house.as("solveig", Role.PROJECT_LEAD);
        assertThat(holds(true).items()).extracting(Hold::reason).containsExactly((String) null);
        house.as("audun", Role.AUDITOR);
        assertThat(house.doing(() -> house.the(ReadingHolds.class)
                                .page(new HoldFilter(project, false, true), new PageRequest(0, 10), Purpose.AUDIT))
                        .items())
                .extracting(Hold::reason)
                .containsExactly((String) null);
        house.as("ingrid", Role.RESEARCHER);
        assertThatThrownBy(() -> holds(false)).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("what the erasure register names already cannot be held, nor what is not there")
    void tooLate() {
        house.with(BegunErasures.class, (in, participant, record) -> someone.equals(participant));
        NewHold hold =
                new NewHold(someone, null, null, "Late", "GDPR Art 17(3)(e)", TODAY.plusDays(1), HoldAudience.PROJECT);
        assertThatThrownBy(() -> place(hold))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("hold-too-late"));
        assertThatThrownBy(() -> place(new NewHold(
                        ParticipantId.random(), null, null, "x", "y", TODAY.plusDays(1), HoldAudience.PROJECT)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("a record that is gone has no day any more, and a project that is none has no lists")
    void gone() throws SQLException {
        UUID paper = document("TRANSCRIPT", UUID.randomUUID());
        assertThat(overview(AProject.ENDS.plusDays(1)).due()).isEqualTo(2);
        sql("DELETE FROM document WHERE id = ?", paper);
        assertThat(overview(AProject.ENDS.plusDays(1)).due()).isEqualTo(1);
        assertThatThrownBy(() -> house.doing(
                        () -> house.the(ReadingDue.class).overview(ProjectId.random(), null, Purpose.DATA_PROTECTION)))
                .isInstanceOf(NotFound.class);
    }

    private Page<DueRecord> due(LocalDate until) {
        return page(DueList.DISPOSE, until);
    }

    private Page<DueRecord> page(DueList list, LocalDate until) {
        house.as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(ReadingDue.class)
                .page(project, list, null, until, new PageRequest(0, 50), Purpose.DATA_PROTECTION));
    }

    private DueOverview overview(LocalDate until) {
        return house.doing(() -> house.the(ReadingDue.class).overview(project, until, Purpose.DATA_PROTECTION));
    }

    private Fate fate(RecordKind kind, UUID record) {
        return house.doing(
                () -> house.the(Fates.class).of(project, kind, record).orElseThrow());
    }

    private Hold place(NewHold hold) {
        return house.doing(() -> house.the(Holding.class).place(project, hold, Purpose.DATA_PROTECTION));
    }

    private void release(Hold hold) {
        house.does(() -> house.the(Holding.class).release(hold.id(), Purpose.DATA_PROTECTION));
    }

    private Page<Hold> holds(boolean toReview) {
        return house.doing(() -> house.the(ReadingHolds.class)
                .page(new HoldFilter(project, toReview, true), new PageRequest(0, 10), Purpose.DATA_PROTECTION));
    }

    private Schedule put(NewSchedule wanted, int seen) {
        return house.doing(() -> house.the(EditingSchedules.class).put(project, wanted, seen, Purpose.DATA_PROTECTION));
    }

    private static NewSchedule schedule(String code, RecordKind covers, DisposalDecision disposal, boolean inForce) {
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

    private UUID interview() throws SQLException {
        UUID id = UUID.randomUUID();
        sql(
                "INSERT INTO interview VALUES (?, ?, 'INDIVIDUAL', 'HELD', '2026-02-02', 30, true, now(), 'x')",
                id,
                project.value());
        sql("INSERT INTO interview_participant VALUES (?, ?, 'P-1')", id, someone.value());
        return id;
    }

    private UUID document(String type, UUID attachedTo) throws SQLException {
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
