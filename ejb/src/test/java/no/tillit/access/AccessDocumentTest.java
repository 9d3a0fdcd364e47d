package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.tillit.access.AccessTable.Rule;
import no.tillit.access.AccessTable.Where;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is expected is left in {@code target/access.md}: after a change of the policy, read it and copy it over. */
@DisplayName("The policy as a page that a person can read")
class AccessDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "access.md");

    private static final String HEAD = """
            # Who may do what

            This page is the policy in force, written out from `no.tillit.access.AccessTable`; a test keeps the two alike. What is
            not here nobody may do. Somebody who may not do something for any purpose gets the answer that there is nothing; who
            may, but for another purpose, is told so.

            - **as a member**: in the projects in which the person holds this role
            - **as a member with contacts**: as before, and the project has opened its contact register to the person
            - **everywhere**: in every project, and in what belongs to none
            - **outside projects**: in what belongs to no project; rows of projects stay hidden

            And while the record stands so:

            - **any**: as long as it is there
            - **not closed**: also after the project's end, but not while somebody it is about is blocked, or it is restricted
            - **running**: until the project's end; what is new in a project, or about several people, of whom each is asked
            - **open**: until the project's end, while nobody it is about is blocked and it is not restricted

            What is erased is there for nobody. A row says that the role may; the people it is about may still have said no
            (`no.tillit.consent.ConsentGate`).

            | action | role | where | for the purpose of | while |
            |---|---|---|---|---|
            """;

    @Test
    @DisplayName("says what the table says")
    void isTrue() throws IOException {
        String expected = HEAD
                + Arrays.stream(Action.values()).map(AccessDocumentTest::rows).collect(Collectors.joining());
        Files.writeString(Path.of("target", "access.md"), expected);
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    @Test
    @DisplayName("every action may be done by somebody, and for a purpose")
    void everyAction() {
        for (Action action : Action.values()) {
            assertThat(AccessTable.rulesFor(action)).as(action.name()).isNotEmpty();
            assertThat(AccessTable.rulesFor(action))
                    .as(action.name())
                    .allSatisfy(rule -> assertThat(rule.purposes()).isNotEmpty());
        }
    }

    @Test
    @DisplayName(
            "a role that counts in projects does not reach every project, and one that reaches all holds no membership")
    void eitherOr() {
        for (Role role : Role.values()) {
            assertThat(AccessTable.counts(role, Where.EVERYWHERE) && AccessTable.counts(role, Where.AS_MEMBER))
                    .as(role.name())
                    .isFalse();
        }
    }

    private static String rows(Action action) {
        List<Rule> rules = AccessTable.rulesFor(action);
        StringBuilder rows = new StringBuilder();
        for (Rule rule : rules) {
            String purposes =
                    rule.purposes().stream().map(AccessDocumentTest::words).collect(Collectors.joining(", "));
            rows.append("| ")
                    .append(rule == rules.get(0) ? words(action) : "")
                    .append(" | ")
                    .append(words(rule.role()))
                    .append(" | ")
                    .append(words(rule.where()))
                    .append(" | ")
                    .append(purposes)
                    .append(" | ")
                    .append(words(rule.when()))
                    .append(" |\n");
        }
        return rows.toString();
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
