package no.tillit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Rows;
import no.tillit.testing.AProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every record knows the day on which it goes, and why")
class DisposalDatesTest extends DatedRecords {
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
    @DisplayName("blocked for an erasure asks the rules about nothing again; blocked by a withdrawal does")
    void blocked() throws SQLException {
        UUID paper = document("TRANSCRIPT", UUID.randomUUID());
        assertThat(overview(TODAY).due()).isZero();
        sql(
                "UPDATE participant SET state = 'BLOCKED', blocked_at = '2026-11-21 12:00+01', block_reason = 'ERASURE_DECIDED' WHERE id = ?",
                someone.value());
        assertThat(stale()).isZero();
        sql("UPDATE participant SET block_reason = 'CONSENT_WITHDRAWN' WHERE id = ?", someone.value());
        assertThat(stale()).isEqualTo(2);
        assertThat(due(TODAY.plusYears(1)).items())
                .extracting(DueRecord::record)
                .contains(paper, someone.value());
    }

    private long stale() {
        return house.doing(() -> house.the(Rows.class)
                .list(
                        "SELECT count(*) FROM disposal WHERE project_id = ? AND stale",
                        row -> row.getLong(1),
                        project.value())
                .get(0));
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

    private UUID interview() throws SQLException {
        UUID id = UUID.randomUUID();
        sql(
                "INSERT INTO interview VALUES (?, ?, 'INDIVIDUAL', 'HELD', '2026-02-02', 30, true, now(), 'x')",
                id,
                project.value());
        sql("INSERT INTO interview_participant VALUES (?, ?, 'P-1')", id, someone.value());
        return id;
    }
}
