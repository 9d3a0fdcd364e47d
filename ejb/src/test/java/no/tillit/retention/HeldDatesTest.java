package no.tillit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Disposal dates of what is held or preserved")
class HeldDatesTest extends DatedRecords {
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
}
