package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.tillit.access.AccessTable.When;
import no.tillit.audit.Outcome;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("How a record stands decides together with role, membership and purpose")
class RecordStateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final House house = new House();
    private final Access access = house.the(Access.class);
    private AProject project;
    private ParticipantId someone;

    @BeforeEach
    void somebody() {
        project = AProject.in(house);
        someone = project.aParticipant();
        house.on(TODAY);
        house.audited.clear();
    }

    static Stream<Arguments> closedStates() {
        return Arrays.stream(Action.values())
                .flatMap(action -> Stream.of(RecordState.PROJECT_ENDED, RecordState.RESTRICTED, RecordState.BLOCKED)
                        .filter(state -> AccessTable.rulesFor(action).stream()
                                .noneMatch(rule -> rule.when().admits(state)))
                        .map(state -> Arguments.of(action, state)));
    }

    @ParameterizedTest
    @MethodSource("closedStates")
    @DisplayName("what the table closes is refused with the reason, and the attempt is in the log about the person")
    void refused(Action action, RecordState state) {
        Purpose purpose = callerOf(action);
        if (state == RecordState.PROJECT_ENDED) {
            house.on(AProject.ENDS.plusDays(1));
        }
        RecordState asItStands = state == RecordState.PROJECT_ENDED ? RecordState.OPEN : state;
        assertThatThrownBy(() -> house.does(
                        () -> access.require(access.require(action, project.id(), purpose), asItStands, someone)))
                .isInstanceOfSatisfying(
                        RecordClosed.class, closed -> assertThat(closed.state()).isEqualTo(state));
        assertThat(house.audited).last().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(entry.action()).isEqualTo(action.auditName());
        });
    }

    @Test
    @DisplayName("up to and including the last day the project runs")
    void lastDay() {
        house.as("ingrid", Role.RESEARCHER).on(AProject.ENDS);
        house.does(() -> access.require(Action.REGISTER_PARTICIPANT, project.id(), Purpose.RESEARCH));
        house.on(AProject.ENDS.plusDays(1));
        assertThatThrownBy(() ->
                        house.does(() -> access.require(Action.REGISTER_PARTICIPANT, project.id(), Purpose.RESEARCH)))
                .isInstanceOf(RecordClosed.class);
    }

    @ParameterizedTest
    @EnumSource(When.class)
    @DisplayName("what is erased is there for nobody")
    void erased(When when) {
        assertThat(when.admits(RecordState.ERASED)).isFalse();
        house.as("ingrid", Role.RESEARCHER);
        assertThatThrownBy(() -> house.does(() -> access.require(
                        access.require(Action.READ_CONTACT, project.id(), Purpose.RESEARCH),
                        RecordState.ERASED,
                        someone)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("who may not do it at all does not learn how it stands")
    void permissionComesFirst() {
        house.as("oyvind", Role.RESEARCHER).on(AProject.ENDS.plusDays(1));
        for (Action action : List.of(Action.REGISTER_PARTICIPANT, Action.READ_CONTACT)) {
            assertThatThrownBy(() -> house.does(() -> access.require(action, project.id(), Purpose.RESEARCH)))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    @DisplayName("a permit that depends on the record is worth nothing before it was asked")
    void nobodyForgets() {
        house.as("ingrid", Role.RESEARCHER);
        house.does(() -> {
            Permit permit = access.require(Action.READ_CONTACT, project.id(), Purpose.RESEARCH);
            assertThatThrownBy(permit::entry).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(permit::username).isInstanceOf(IllegalStateException.class);
            access.require(permit, RecordState.OPEN, someone);
            assertThat(permit.username()).isEqualTo("ingrid");
        });
    }

    @Test
    @DisplayName("pages are told the same, and nothing is logged")
    void pages() {
        house.as("ingrid", Role.RESEARCHER);
        house.does(() -> {
            assertThat(access.may(Action.READ_CONTACT, project.id(), RecordState.OPEN))
                    .isTrue();
            assertThat(access.may(Action.READ_CONTACT, project.id(), RecordState.BLOCKED))
                    .isFalse();
            assertThat(access.may(Action.READ_PARTICIPANT, project.id(), RecordState.BLOCKED))
                    .isTrue();
        });
        assertThat(house.audited).isEmpty();
    }

    /** Lets somebody call who may do it in the project. */
    private Purpose callerOf(Action action) {
        var rule = AccessTable.rulesFor(action).get(0);
        String name =
                switch (rule.role()) {
                    case RESEARCHER -> "ingrid";
                    case CASEWORKER -> "jonas";
                    default -> "solveig";
                };
        house.as(name, rule.role());
        return rule.purposes().get(0);
    }
}
