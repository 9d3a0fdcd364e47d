package no.tillit.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import no.tillit.system.Stack;
import no.tillit.system.access.Asking.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The expected answers stand in {@code ear/src/test/resources/access/endpoints.txt}. */
@DisplayName("Every endpoint, for everybody, every purpose and every state, answers as the table says")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointMatrixTest {
    private static final Table TABLE = Table.read("endpoints.txt");
    private static final int AT_ONCE = 4;

    private final ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
    private final Set<String> nothingHere = Collections.synchronizedSet(new TreeSet<>());

    @AfterAll
    void goHome() {
        crowd.shutdownNow();
    }

    @Test
    @DisplayName("the table names what the server answers, no less and no more; the API's description hides none")
    void complete() {
        Set<String> found = Server.endpoints();
        assertThat(found).hasSizeGreaterThan(50);
        assertThat(TABLE.differenceTo(found)).isEmpty();
        assertThat(described()).isEqualTo(found);
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
        assertThat(nothingHere)
                .as("what is hidden and what is absent look alike")
                .hasSizeLessThanOrEqualTo(1);
    }

    private List<String> complaints(Line line, Person person) {
        List<String> complaints = new ArrayList<>();
        for (State state : line.answers().keySet()) {
            for (String purpose : purposes(line, person, state)) {
                complaints.addAll(asked(line, person, state, purpose.isEmpty() ? null : purpose));
            }
        }
        if (line.path().contains("{") && line.who().containsKey(person)) {
            Answer absent = Asking.api(
                    line,
                    person,
                    purposes(line, person, State.ENDED).get(0),
                    Records.absent(line.path()),
                    Records.get().filled(line.body(), State.LIVING));
            complaints.addAll(compared(person + " for what does not exist", 404, absent));
        }
        return complaints;
    }

    /** Every purpose and none for the living; what the person could come for in the other states. */
    private static List<String> purposes(Line line, Person person, State state) {
        if (!line.asksForPurpose()) {
            return List.of("");
        }
        if (state == State.LIVING && person != Person.N) {
            return Stream.concat(Line.PURPOSES.stream(), Stream.of("")).toList();
        }
        return line.who().containsKey(person)
                ? List.copyOf(Objects.requireNonNull(line.who().get(person)))
                : List.of(person.ownPurpose());
    }

    private List<String> asked(Line line, Person person, State state, @Nullable String purpose) {
        int expected = line.expected(person, purpose, state, 401);
        String text = line.path() + "\n" + line.body();
        Function<String, Answer> ask = filled -> {
            String[] parts = filled.split("\n", 2);
            return Asking.api(line, person, purpose, parts[0], parts[1]);
        };
        Answer answer = line.lets(person, purpose) && expected != 404
                ? Records.get().anew(text, state, ask)
                : ask.apply(Records.get().filled(text, state));
        return compared(person + ", " + state + ", for " + purpose, expected, answer);
    }

    private List<String> compared(String who, int expected, Answer answer) {
        if (answer.status() == 404) {
            nothingHere.add(answer.body());
        }
        return answer.status() == expected
                ? List.of()
                : List.of(who + ": " + expected + ", but was " + answer.status() + " " + answer.code());
    }

    private static Set<String> described() {
        var paths = io.restassured.RestAssured.given()
                .accept(io.restassured.http.ContentType.JSON)
                .queryParam("format", "json")
                .get(Stack.get().pages() + "/api/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String, java.util.Map<String, Object>>getMap("paths");
        Set<String> described = new TreeSet<>();
        paths.forEach((path, operations) -> Arrays.asList("get", "put", "post", "delete", "patch").stream()
                .filter(operations::containsKey)
                .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " "
                        + Line.keyOf(path.replaceFirst("^(/api)?/v1", "")))));
        return described;
    }
}
