package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import no.tillit.keys.KeyState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A deletion of what a schedule made due")
class DueByScheduleTest extends SettledRecords {
    @Test
    @DisplayName("what a schedule made due is proposed, goes alone, and leaves the person, the key and the rest")
    void bySchedule() throws SQLException {
        UUID notes = office.documents.keep(someone, "interview");
        known("document", notes, "INTERVIEW_NOTES");
        sql(
                "UPDATE disposal SET stale = false, decision = 'DISPOSE', reason = 'schedule-due', due_on = ?, schedule = 's'"
                        + " WHERE record_id = ?",
                Office.TODAY,
                paper);
        sql(
                "UPDATE disposal SET stale = false, decision = 'DISPOSE', reason = 'processing-ended', due_on = ?"
                        + " WHERE record_id IN (?, ?)",
                Office.LAST_DAY,
                notes,
                someone.value());
        DeletionPreview preview =
                office.propose("marit", new NewDeletion(office.project, null, DeletionCause.SCHEDULE));
        assertThat(preview.progress().total()).isEqualTo(1);
        assertThat(preview.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("schedule-due"));
        assertThat(preview.notes()).containsExactly(PreviewNote.KEY_KEPT_FOR_SCHEDULE);
        office.approve("henrik", preview);
        assertThat(office.house.events).noneMatch(e -> e instanceof ErasureDecided);
        office.claim(preview.job().id());
        office.prepare(preview.job().id());
        office.eraseItems(preview.job().id());
        sql("DELETE FROM disposal WHERE record_id = ?", paper);
        office.finish(preview.job().id());
        assertThat(office.documents.has(paper)).isFalse();
        assertThat(office.documents.has(notes)).isTrue();
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.ACTIVE);
        assertThat(office.open(preview.job().id()).job().state()).isEqualTo(DeletionState.COMPLETED);
    }

    @Test
    @DisplayName(
            "what its schedule has moved to later since the approval stays, and so does what no schedule makes due now")
    void notDueAnyMore() throws SQLException {
        UUID moved = office.documents.keep(someone, "interview");
        UUID retained = office.documents.keep(someone, "interview");
        known("document", moved, "INTERVIEW_NOTES");
        known("document", retained, "INTERVIEW_NOTES");
        sql(
                "UPDATE disposal SET stale = false, decision = 'DISPOSE', reason = 'schedule-due', due_on = ?, schedule = 's'"
                        + " WHERE record_id IN (?, ?, ?)",
                Office.TODAY,
                paper,
                moved,
                retained);
        DeletionPreview preview = office.approve(
                "henrik", office.propose("marit", new NewDeletion(office.project, null, DeletionCause.SCHEDULE)));
        DeletionJobId id = preview.job().id();
        assertThat(preview.progress().total()).isEqualTo(3);
        sql("UPDATE disposal SET due_on = ? WHERE record_id = ?", Office.TODAY.plusDays(1), moved);
        sql("UPDATE disposal SET decision = 'RETAIN', reason = 'processing-permitted' WHERE record_id = ?", retained);
        office.claim(id);
        office.prepare(id);
        office.eraseItems(id);
        assertThat(office.documents.has(paper)).isFalse();
        assertThat(office.documents.has(moved)).isTrue();
        assertThat(office.documents.has(retained)).isTrue();
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(1, 1, 0));
    }
}
