package no.tillit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import no.tillit.access.Role;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.project.internal.ApprovalEndDates;
import no.tillit.retention.EndDates;
import no.tillit.retention.Fates;
import no.tillit.retention.RecordKind;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MovingEndTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private House house;
    private AProject project;
    private ParticipantId someone;

    @BeforeEach
    void open() {
        house = new House();
        house.with(EndDates.class, house.the(ApprovalEndDates.class));
        project = AProject.in(house);
        someone = project.aParticipant();
        house.on(TODAY).as("solveig", Role.PROJECT_LEAD);
    }

    @Test
    @DisplayName("an earlier end counts at once, for every record's disposal date")
    void earlier() {
        assertThat(move(TODAY, null, null)).isEqualTo(TODAY);
        assertThat(house.doing(() -> house.the(Fates.class)
                        .of(project.id(), RecordKind.PARTICIPANT, someone.value())
                        .orElseThrow()
                        .dueOn()))
                .isEqualTo(TODAY.plusDays(1));
        assertThatThrownBy(() -> move(TODAY.minusDays(1), null, null)).isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName("a later end waits until its change notification has been assessed")
    void later() {
        LocalDate later = AProject.ENDS.plusYears(1);
        for (Runnable without : new Runnable[] {
            () -> move(later, null, null), () -> move(later, "ENDR-1", null), () -> move(later, null, TODAY)
        }) {
            assertThatThrownBy(without::run)
                    .isInstanceOfSatisfying(
                            Conflict.class, e -> assertThat(e.code()).isEqualTo("change-not-assessed"));
        }
        assertThatThrownBy(() -> move(later, "ENDR-1", TODAY.plusDays(1))).isInstanceOf(InvalidInput.class);
        assertThat(move(later, "ENDR-1", TODAY)).isEqualTo(later);
        assertThat(house.audited).anySatisfy(e -> assertThat(e.action()).isEqualTo("project.end-moved"));
    }

    @Test
    @DisplayName("only the project's lead moves it")
    void others() {
        house.as("ingrid", Role.RESEARCHER);
        assertThatThrownBy(() -> move(TODAY, null, null)).isInstanceOf(NotFound.class);
        house.as("marit", Role.PRIVACY_OFFICER);
        assertThatThrownBy(() -> move(TODAY, null, null)).isInstanceOf(NotFound.class);
    }

    private LocalDate move(LocalDate day, @Nullable String notification, @Nullable LocalDate assessedOn) {
        return house.doing(
                () -> house.the(MovingEnd.class).move(project.id(), new NewEnd(day, notification, assessedOn)));
    }
}
