package no.tillit.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import no.tillit.system.Stack;
import no.tillit.system.access.Asking.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The expected answers stand in {@code ear/src/test/resources/access/pages.txt}. */
@DisplayName("Every page and servlet, for everybody and every state, answers as the table says")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageMatrixTest {
    private static final Table TABLE = Table.read("pages.txt");
    private static final int AT_ONCE = 4;
    private static final int TO_LOG_IN = 302;

    private final ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);

    @AfterAll
    void goHome() {
        crowd.shutdownNow();
    }

    @Test
    @DisplayName("the table names what the server answers, no less and no more")
    void complete() {
        Set<String> found = new Application().addresses(Server.servlets());
        assertThat(found).hasSizeGreaterThan(40);
        assertThat(TABLE.differenceTo(found)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each() {
        return TABLE.lines().stream().map(line -> DynamicTest.dynamicTest(line.key(), () -> check(line)));
    }

    private void check(Line line) throws InterruptedException, ExecutionException {
        List<Future<List<String>>> answers = new ArrayList<>();
        for (Person person : Person.values()) {
            answers.add(crowd.submit(() -> complaints(line, person)));
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> answer : answers) {
            all.addAll(answer.get());
        }
        assertThat(all).as(line.path()).isEmpty();
    }

    private static List<String> complaints(Line line, Person person) {
        List<String> complaints = new ArrayList<>();
        for (State state : line.answers().keySet()) {
            int expected = line.expected(person, null, state, TO_LOG_IN);
            Function<String, Answer> ask = filled -> {
                String[] parts = filled.split("\n", 2);
                return Visit.of(person).ask(line, parts[0], parts[1]);
            };
            String text = line.path() + "\n" + line.body();
            Answer answer = line.who().containsKey(person)
                    ? Records.get().anew(text, state, ask)
                    : ask.apply(Records.get().filled(text, state));
            if (answer.status() != expected) {
                complaints.add(person + ", " + state + ": " + expected + ", but was " + answer.status());
            } else if (expected == TO_LOG_IN && !line.who().containsKey(person)) {
                assertThat(answer.location())
                        .hasValueSatisfying(
                                to -> assertThat(to).startsWith(Stack.get().realm()));
            }
        }
        return complaints;
    }
}
