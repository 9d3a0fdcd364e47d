package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.access.AccessTable.Where;
import no.tillit.kernel.Purpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTableTest {
    private static final Set<Action> CONTENT = Set.of(
            Action.READ_RESEARCH_CONTENT, Action.READ_CASE_CONTENT, Action.READ_CONSENT_EVIDENCE, Action.READ_CONTACT);

    @ParameterizedTest
    @EnumSource(Action.class)
    @DisplayName("every action has somebody who may do it, and each for a purpose")
    void everyActionIsInTheTable(Action action) {
        assertThat(AccessTable.rulesFor(action))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.purposes()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PRIVACY_OFFICER", "AUDITOR", "OPERATOR", "PARTNER", "PROJECT_LEAD", "SYSTEM"})
    @DisplayName("who has no need for content reaches none")
    void noContentWithoutNeed(Role role) {
        assertThat(actionsOf(role)).doesNotContainAnyElementsOf(CONTENT);
    }

    @Test
    @DisplayName("an operator reaches the log's seal and no record, a partner agency nothing here")
    void operatorsAndPartners() {
        assertThat(actionsOf(Role.OPERATOR))
                .containsExactlyInAnyOrder(Action.READ_CHECKPOINT, Action.SEAL_AUDIT, Action.ACKNOWLEDGE_RESTORE);
        assertThat(actionsOf(Role.PARTNER)).isEmpty();
    }

    @Test
    @DisplayName("researchers and caseworkers do not reach each other's content")
    void researchAndCaseworkStayApart() {
        assertThat(actionsOf(Role.RESEARCHER)).doesNotContain(Action.READ_CASE_CONTENT, Action.ATTACH_CASE_DOCUMENT);
        assertThat(actionsOf(Role.CASEWORKER))
                .doesNotContain(Action.READ_RESEARCH_CONTENT, Action.READ_INTERVIEW, Action.CREATE_INTERVIEW);
    }

    @Test
    @DisplayName("a role that is held in projects counts nowhere else, but for beginning a project")
    void projectRolesCountInProjects() {
        for (Action action : Action.values()) {
            for (var rule : AccessTable.rulesFor(action)) {
                if (rule.role().isHeldInProject() && action != Action.REGISTER_PROJECT) {
                    assertThat(rule.where()).as("%s by %s", action, rule.role()).isNotEqualTo(Where.EVERYWHERE);
                }
            }
        }
    }

    @Test
    @DisplayName("the contact register opens only to members to whom the project has opened it")
    void contactsAreApart() {
        for (Action action : List.of(Action.READ_CONTACT, Action.WRITE_CONTACT)) {
            assertThat(AccessTable.rulesFor(action))
                    .allSatisfy(rule -> assertThat(rule.where()).isEqualTo(Where.AS_MEMBER_WITH_CONTACTS));
        }
    }

    @Test
    @DisplayName("research is done by researchers, follow-up by caseworkers")
    void purposesBelongToRoles() {
        for (Action action : Action.values()) {
            for (var rule : AccessTable.rulesFor(action)) {
                if (rule.purposes().contains(Purpose.RESEARCH)) {
                    assertThat(rule.role()).isEqualTo(Role.RESEARCHER);
                }
                if (rule.purposes().contains(Purpose.FOLLOW_UP)) {
                    assertThat(rule.role()).isEqualTo(Role.CASEWORKER);
                }
            }
        }
    }

    private static Set<Action> actionsOf(Role role) {
        return Arrays.stream(Action.values())
                .filter(action -> AccessTable.rulesFor(action).stream().anyMatch(rule -> rule.role() == role))
                .collect(Collectors.toSet());
    }
}
