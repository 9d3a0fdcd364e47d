package no.tillit.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Participants and the contact register over the API")
class ParticipantsApiTest {
    private static SampleProject project;

    @BeforeAll
    static void register() {
        project = SampleProject.register();
    }

    private static ValidatableResponse register(Object body) {
        return Api.as("ingrid", "research")
                .body(body)
                .post("/projects/{id}/participants", project.id())
                .then();
    }

    private static ValidatableResponse put(String participant, Object contact) {
        return Api.as("ingrid", "research")
                .body(contact)
                .put("/participants/{id}/contact", participant)
                .then();
    }

    private static ValidatableResponse get(String username, String purpose, String path, Object... values) {
        return Api.as(username, purpose).get(path, values).then();
    }

    static void assertProblem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tillit:problem:" + code))
                .body("status", is(status))
                .body("detail", not(containsString("Exception")))
                .body("$", not(hasKey("stackTrace")));
    }

    @Test
    @DisplayName("a registered participant has a pseudonym and an address, and no contact details yet")
    void registers() {
        register(Map.of("sampleId", project.consenting()))
                .statusCode(201)
                .header("Location", containsString("/participants/"))
                .body("pseudonym", matchesPattern("D-\\d{4}-\\d"))
                .body("state", equalTo("active"))
                .body("legalBasis", equalTo("consent"))
                .body("registeredBy", equalTo("ingrid"))
                .body("hasContact", is(false));
    }

    @Test
    @DisplayName("a caseworker registers for follow-up, nobody for another purpose than their own")
    void purposes() {
        Api.as("jonas", "follow-up")
                .body(Map.of("sampleId", project.byLaw()))
                .post("/projects/{id}/participants", project.id())
                .then()
                .statusCode(201)
                .body("legalBasis", equalTo("public-task"));
        assertProblem(
                Api.as("ingrid", "follow-up")
                        .body(Map.of("sampleId", project.consenting()))
                        .post("/projects/{id}/participants", project.id())
                        .then(),
                403,
                "purpose-not-allowed");
        assertProblem(
                Api.as("ingrid")
                        .body(Map.of("sampleId", project.consenting()))
                        .post("/projects/{id}/participants", project.id())
                        .then(),
                422,
                "purpose-missing");
        assertProblem(
                Api.as("ingrid", "curiosity")
                        .body(Map.of("sampleId", project.consenting()))
                        .post("/projects/{id}/participants", project.id())
                        .then(),
                422,
                "unknown-value");
    }

    @Test
    @DisplayName("twenty registrations at once get twenty pseudonyms")
    void atOnce() throws Exception {
        var other = SampleProject.register();
        Callable<String> one = () -> Api.as("ingrid", "research")
                .body(Map.of("sampleId", other.consenting()))
                .post("/projects/{id}/participants", other.id())
                .then()
                .statusCode(201)
                .extract()
                .path("pseudonym");
        assertThat(new HashSet<>(inParallel(20, one))).hasSize(20);
        get("ingrid", "research", "/projects/{id}/participants", other.id()).body("total", is(20));
    }

    @Test
    @DisplayName("with one Idempotency-Key, a registration sent five times at once happens once")
    void idempotent() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<String> one = () -> Api.as("ingrid", "research")
                .header("Idempotency-Key", key)
                .body(Map.of("sampleId", project.consenting()))
                .post("/projects/{id}/participants", project.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(new HashSet<>(inParallel(5, one))).hasSize(1);
    }

    static <T> List<T> inParallel(int times, Callable<T> call) throws Exception {
        var pool = Executors.newFixedThreadPool(5);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer :
                    pool.invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @DisplayName("a body that does not fit is refused, and nothing is stored")
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"sampleId\": 7}",
                "{\"sampleId\": \"no uuid\"}",
                "{\"sampleId\": {}}",
                "{\"name\": \"Kari\"}",
                "{} {}",
                "{}"
            })
    void unfit(String body) {
        int before = total();
        int status = register(body)
                .contentType("application/problem+json")
                .body("detail", not(containsString("Exception")))
                .extract()
                .statusCode();
        assertThat(status).isIn(400, 422);
        assertThat(total()).isEqualTo(before);
    }

    private static int total() {
        return get("ingrid", "research", "/projects/{id}/participants", project.id())
                .extract()
                .path("total");
    }

    @Test
    @DisplayName("an unknown sample is refused, an unknown project is not found")
    void unknown() {
        assertProblem(register(Map.of("sampleId", UUID.randomUUID().toString())), 422, "sample-unknown");
        for (String id : List.of(UUID.randomUUID().toString(), "no-uuid", "%00")) {
            get("ingrid", "research", "/projects/{id}/participants", id).statusCode(404);
        }
    }

    @Test
    @DisplayName("another project's researcher cannot tell a participant from nothing")
    void outsiders() {
        String there = project.participant();
        String absent = UUID.randomUUID().toString();
        for (String path : List.of("/participants/{id}", "/participants/{id}/contact", "/participants/{id}/consents")) {
            String hidden = get("oyvind", "research", path, there)
                    .statusCode(404)
                    .extract()
                    .asString();
            String nothing = get("oyvind", "research", path, absent)
                    .statusCode(404)
                    .extract()
                    .asString();
            assertThat(hidden).isEqualTo(nothing);
            Api.as("oyvind").get(path, there).then().statusCode(422);
            Api.as("oyvind").get(path, absent).then().statusCode(422);
        }
        get("oyvind", "research", "/projects/{id}/participants", project.id()).statusCode(404);
    }

    @Test
    @DisplayName("lists are filtered, sorted and cut; what is no filter is refused")
    void lists() {
        var other = SampleProject.register();
        List<String> ids =
                IntStream.range(0, 3).mapToObj(i -> other.participant()).toList();
        get("ingrid", "research", "/projects/{id}/participants?size=2", other.id())
                .body("total", is(3))
                .body("items.id", equalTo(ids.subList(0, 2)));
        get("ingrid", "research", "/projects/{id}/participants?sort=-pseudonym&size=1&page=2", other.id())
                .body("items.id", equalTo(ids.subList(0, 1)));
        get("ingrid", "research", "/projects/{id}/participants?q=0002", other.id())
                .body("items.id", equalTo(ids.subList(1, 2)));
        get("ingrid", "research", "/projects/{id}/participants?state=blocked", other.id())
                .body("items", hasSize(0));
        get("ingrid", "research", "/projects/{id}/participants?sample={s}", other.id(), other.byLaw())
                .body("total", is(0));
        for (String wrong : List.of("size=0", "size=201", "page=-1", "sort=name", "state=asleep", "sample=x")) {
            get("ingrid", "research", "/projects/" + other.id() + "/participants?" + wrong)
                    .statusCode(422);
        }
    }

    @Test
    @DisplayName("a search text that hides characters is refused")
    void hiddenSearch() {
        Api.as("ingrid", "research")
                .queryParam("q", "D-\u0000")
                .get("/projects/{id}/participants", project.id())
                .then()
                .statusCode(422);
    }

    @Test
    @DisplayName("contact details come back to those who may see them, and the participant only tells that they exist")
    void contact() {
        String id = project.participant();
        put(id, Map.of("name", "Kari Eksempel", "phone", "22 33 44 55")).statusCode(204);
        get("ingrid", "research", "/participants/{id}/contact", id)
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("name", equalTo("Kari Eksempel"))
                .body("$", not(hasKey("email")));
        get("ingrid", "research", "/participants/{id}", id)
                .body("hasContact", is(true))
                .body("$", not(hasKey("name")));
        get("solveig", "project-administration", "/participants/{id}/contact", id)
                .statusCode(404);
        get("marit", "data-protection", "/participants/{id}/contact", id).statusCode(404);
        get("marit", "data-protection", "/participants/{id}", id).statusCode(200);
        get("audun", "audit", "/participants/{id}", id).statusCode(404);
    }

    @ParameterizedTest
    @DisplayName("a name is kept as typed, whatever it looks like")
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "#{facesContext.externalContext}",
                "${7*7}",
                "=HYPERLINK(\"http://example.no\")",
                "'; DROP TABLE contact; --",
                "Åse Bjørnstjerne Ærlig"
            })
    void asTyped(String name) {
        String id = project.participant();
        put(id, Map.of("name", name)).statusCode(204);
        get("ingrid", "research", "/participants/{id}/contact", id).body("name", equalTo(name));
    }

    @Test
    @DisplayName("names that hide or turn text, or are too long, are refused by field, and nothing is stored")
    void hiddenText() {
        String id = project.participant();
        Set<String> wrong = Set.of("Kari\u0000", "Kari \u202eirak", "Kari\u200f", "Kari\nEksempel", "x".repeat(4096));
        for (String name : wrong) {
            put(id, Map.of("name", name)).statusCode(422).body("field", equalTo("name"));
        }
        put(id, Map.of("email", "not an address")).statusCode(422).body("field", equalTo("email"));
        put(id, Map.of("phone", "call me")).statusCode(422).body("type", endsWith(":phone-mistyped"));
        assertProblem(put(id, Map.of()), 422, "contact-empty");
        assertProblem(put(id, Map.of("name", "Kari", "birthNumber", "1")), 400, "json-does-not-fit");
        put(id, "{\"name\": \"Kari\", \"name\": \"Ola\"}").statusCode(400);
        assertProblem(put(id, "{\"note\": \"" + "x".repeat(2_000_000) + "\"}"), 413, "too-large");
        get("ingrid", "research", "/participants/{id}/contact", id).statusCode(404);
    }
}
