package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.keys.KeyState;
import no.tillit.retention.EditingSchedules;
import no.tillit.retention.Hold;
import no.tillit.retention.HoldAudience;
import no.tillit.retention.Holding;
import no.tillit.retention.NewHold;
import no.tillit.retention.RetentionSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Between approval and the register there is time to think")
class TimeToThinkTest extends SettledRecords {
    @Test
    @DisplayName("what is held is not in the list of what goes, and the person's key and row stay for it")
    void heldBeforehand() {
        hold(null, paper);
        DeletionPreview preview = office.proposeManual(someone);
        assertThat(preview.lines())
                .filteredOn(line -> line.decision().equals("HOLD"))
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("legal-claim"));
        assertThat(preview.notes()).contains(PreviewNote.HELD);
        assertThat(preview.keys()).isZero();
    }

    @Test
    @DisplayName(
            "a hold on the person holds everything, so that there is nothing to propose; released, it can be proposed")
    void heldPerson() {
        Hold hold = hold(someone, null);
        refusedWith("nothing-to-erase", () -> office.proposeManual(someone));
        office.house.as("marit", Role.PRIVACY_OFFICER);
        office.house.does(() -> office.house.the(Holding.class).release(hold.id(), Purpose.DATA_PROTECTION));
        assertThat(office.proposeManual(someone).progress().total()).isEqualTo(2);
    }

    @Test
    @DisplayName("a hold placed after the approval counts, until the run has begun; then it comes too late and says so")
    void heldAfterwards() {
        DeletionPreview preview = office.proposeManual(someone);
        office.approve("henrik", preview);
        hold(null, paper);
        office.carryOut(preview.job().id());
        assertThat(office.documents.has(paper)).isTrue();
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.ACTIVE);
        assertThat(office.open(preview.job().id()).job().state()).isEqualTo(DeletionState.COMPLETED);

        ParticipantId other = office.aParticipant();
        UUID theirs = office.documents.keep(other, "interview");
        knownQuietly("participant", other.value(), "PARTICIPANT");
        knownQuietly("document", theirs, "TRANSCRIPT");
        DeletionPreview running = office.proposeManual(other);
        office.approve("henrik", running);
        office.claim(running.job().id());
        office.prepare(running.job().id());
        refusedWith("hold-too-late", () -> hold(other, null));
        refusedWith("hold-too-late", () -> hold(null, theirs));
    }

    @Test
    @DisplayName("in its cooling period a deletion does not run and can be stopped; then nothing has gone")
    void stopped() {
        cooling(24);
        DeletionPreview approved = office.approve("henrik", office.proposeManual(someone));
        DeletionJobId id = approved.job().id();
        assertThat(approved.job().runsAt()).isNotNull();
        assertThat(office.claim(id)).isFalse();
        office.house.as("marit", Role.PRIVACY_OFFICER);
        DeletionPreview stopped = office.house.doing(
                () -> office.house.the(StoppingDeletion.class).stop(id, Purpose.DATA_PROTECTION));
        assertThat(stopped.job().state()).isEqualTo(DeletionState.STOPPED);
        office.house.on(Office.TODAY.plusDays(9));
        assertThat(office.claim(id)).isFalse();
        assertThat(office.documents.has(paper)).isTrue();
        office.house.as("marit", Role.PRIVACY_OFFICER);
        refusedWith(
                "not-stoppable",
                () -> office.house.doing(
                        () -> office.house.the(StoppingDeletion.class).stop(id, Purpose.DATA_PROTECTION)));
    }

    @Test
    @DisplayName(
            "when the cooling period is over it runs by itself, an hour of the clock more or less in autumn or not")
    void cooled() {
        cooling(24);
        office.house.on(LocalDate.of(2026, 10, 24));
        DeletionPreview approved = office.approve("henrik", office.proposeManual(someone));
        office.house.at(LocalDate.of(2026, 10, 25), java.time.LocalTime.of(7, 59));
        assertThat(office.claim(approved.job().id())).isFalse();
        office.house.at(LocalDate.of(2026, 10, 25), java.time.LocalTime.of(8, 1));
        office.carryOut(approved.job().id());
        assertThat(office.documents.has(paper)).isFalse();
    }

    @Test
    @DisplayName("a run pauses before its next records, is taken up by nobody, and goes on where it was")
    void paused() {
        UUID second = office.documents.keep(someone, "interview");
        DeletionJobId id =
                office.approve("henrik", office.proposeManual(someone)).job().id();
        office.claim(id);
        office.prepare(id);
        Numbered first = office.pending(id).get(0);
        office.erase(id, List.of(first));
        office.house.as("henrik", Role.PRIVACY_OFFICER);
        office.house.does(() -> office.house.the(StoppingDeletion.class).pause(id, Purpose.DATA_PROTECTION));
        assertThat(office.house.doing(() -> office.work().isPaused(id))).isTrue();
        office.house.does(() -> office.work().letGo(id));
        office.house.on(Office.TODAY.plusDays(1));
        assertThat(office.house.doing(() -> office.work().abandoned())).doesNotContain(id);
        office.house.as("henrik", Role.PRIVACY_OFFICER);
        office.house.does(() -> office.house.the(StoppingDeletion.class).resume(id, Purpose.DATA_PROTECTION));
        office.carryOut(id);
        assertThat(List.of(office.documents.has(paper), office.documents.has(second)))
                .containsOnly(false);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
    }

    @Test
    @DisplayName(
            "while the paper in the cabinet is not confirmed there is no certificate, and the last confirmation brings it")
    void byHand() {
        DeletionPreview proposed = office.proposeManual(someone);
        DeletionJobId id = proposed.job().id();
        DeletionPreview added = office.house.doing(() -> office.house
                .the(DoingByHand.class)
                .add(id, ManualKind.PAPER, "Archive cabinet, room 214", Purpose.DATA_PROTECTION));
        ManualStep step = added.manualSteps().get(0);
        assertThat(step.place()).isEqualTo("Archive cabinet, room 214");
        office.approve("henrik", proposed);
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.AWAITING_HANDS);
        assertThatThrownBy(() -> office.certificate(id)).isInstanceOf(CertificateNotIssued.class);
        office.house.as("marit", Role.PRIVACY_OFFICER);
        office.house.does(() ->
                office.house.the(DoingByHand.class).confirm(id, step.id(), Office.TODAY, Purpose.DATA_PROTECTION));
        refusedWith(
                "step-confirmed",
                () -> office.house.does(() -> office.house
                        .the(DoingByHand.class)
                        .confirm(id, step.id(), Office.TODAY, Purpose.DATA_PROTECTION)));
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.certificate(id).pdf()).isNotEmpty();
    }

    private Hold hold(@Nullable ParticipantId participant, @Nullable UUID record) {
        office.house.as("marit", Role.PRIVACY_OFFICER);
        var wanted = new NewHold(
                participant,
                record == null ? null : no.tillit.retention.RecordKind.TRANSCRIPT,
                record,
                "A court asks for it",
                "GDPR Art 17(3)(e)",
                Office.TODAY.plusMonths(1),
                HoldAudience.PRIVACY_OFFICERS);
        return office.house.doing(
                () -> office.house.the(Holding.class).place(office.project, wanted, Purpose.DATA_PROTECTION));
    }

    private void cooling(int hours) {
        office.house.as("marit", Role.PRIVACY_OFFICER);
        office.house.does(() -> office.house
                .the(EditingSchedules.class)
                .set(office.project, new RetentionSettings(hours, 60, null), Purpose.DATA_PROTECTION));
    }

    private static void refusedWith(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void knownQuietly(String kind, UUID record, String covers) {
        try {
            known(kind, record, covers);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
