package no.tillit.system.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.tillit.system.Api;
import no.tillit.system.Story;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Bad input to a project gets a clear answer, and nothing is stored")
class ProjectInputTest {
    @Test
    @DisplayName("dates reversed, an assessment in the future, an end before today")
    void dates() {
        problem(
                422,
                "dates-reversed",
                register(approvalWith("endsOn", Story.today().minusYears(3).toString())));
        problem(
                422,
                "date-in-future",
                register(approvalWith("assessedOn", Story.today().plusDays(1).toString())));
        problem(
                422,
                "ended-already",
                register(approvalWith("endsOn", Story.today().minusDays(1).toString())));
    }

    @Test
    @DisplayName("an unknown field, a wrong type, an unknown constant, a missing part")
    void form() {
        problem(400, "json-does-not-fit", register(approvalWith("colour", "blue")));
        problem(400, "json-does-not-fit", register(approvalWith("followUpMonths", "soon")));
        problem(400, "json-does-not-fit", register(approvalWith("followUpMonths", 1.5)));
        problem(400, "json-does-not-fit", register(approvalWith("methods", List.of("mind-reading"))));
        problem(400, "json-does-not-fit", register(approvalWith("assessedOn", "2026-02-30")));
        problem(400, "json-does-not-fit", register(approvalWith("reference", 415_908)));
        problem(422, "missing", register(approvalWith("samples", List.of()))).body("field", equalTo("samples"));
        problem(422, "missing", register(approvalWith("reference", "  "))).body("field", equalTo("reference"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"text\"", "{} {}", "", "{\"name\":\"a\",\"name\":\"b\"}"})
    @DisplayName("what is not the JSON asked for")
    void malformed(String body) {
        int status =
                Api.as("solveig").body(body).post("/projects").then().extract().statusCode();
        Assertions.assertThat(status).isIn(400, 422);
    }

    @Test
    @DisplayName("ten megabytes of JSON")
    void tooMuch() {
        String body = "{\"name\":\"" + "x".repeat(10_000_000) + "\"}";
        problem(413, "too-large", Api.as("solveig").body(body).post("/projects"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202Eegnever", "null\u0000byte", "zero\u200Bwidth", "two\nlines"})
    @DisplayName("characters that hide or turn text")
    void hidden(String name) {
        problem(
                422,
                "hidden-characters",
                Api.as("solveig")
                        .body(Map.of("name", name, "controller", "X", "approval", Story.approval()))
                        .post("/projects"));
    }

    @Test
    @DisplayName("four kilobytes of name")
    void longName() {
        problem(
                422,
                "too-long",
                Api.as("solveig")
                        .body(Map.of("name", "n".repeat(4096), "controller", "X", "approval", Story.approval()))
                        .post("/projects"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "#{facesContext}",
                "${7*7}",
                "=HYPERLINK(\"x\")",
                "O'Brien; DROP TABLE"
            })
    @DisplayName("markup, expressions, formulas and quotes are names like any other and come back as sent")
    void names(String name) {
        Api.as("solveig")
                .body(Map.of("name", name, "controller", "X", "approval", Story.approval()))
                .post("/projects")
                .then()
                .statusCode(201)
                .body("name", equalTo(name));
    }

    @Test
    @DisplayName("the same approval registered twice")
    void twice() {
        Map<String, Object> approval = Story.approval();
        register(approval).then().statusCode(201);
        problem(409, "project-exists", register(approval));
    }

    @Test
    @DisplayName("a creation sent eight times at once with one key creates one project; the key is no other request's")
    void idempotency() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> form = Story.projectForm(Story.approval());
        Api.token("solveig");
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> eight.submit(() -> Api.as("solveig")
                            .header("Idempotency-Key", key)
                            .body(form)
                            .post("/projects")
                            .then()
                            .statusCode(201)
                            .extract()
                            .<String>path("id")))
                    .toList();
            String first = answers.get(0).get();
            for (Future<String> answer : answers) {
                Assertions.assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            eight.shutdownNow();
        }
        problem(
                409,
                "key-reused",
                Api.as("solveig")
                        .header("Idempotency-Key", key)
                        .body(Story.projectForm(Story.approval()))
                        .post("/projects"));
        problem(
                422,
                "idempotency-key-malformed",
                Api.as("solveig")
                        .header("Idempotency-Key", "x")
                        .body(Story.projectForm(Story.approval()))
                        .post("/projects"));
    }

    @Test
    @DisplayName("a project that is not yours, one that does not exist and an address that is none look the same")
    void hiddenAndAbsent() {
        Story story = Story.begin();
        String hidden = problem(404, "not-found", Api.as("oyvind").get("/projects/" + story.project()))
                .extract()
                .asString();
        String absent = problem(404, "not-found", Api.as("oyvind").get("/projects/" + UUID.randomUUID()))
                .extract()
                .asString();
        String malformed = problem(404, "not-found", Api.as("oyvind").get("/projects/1"))
                .extract()
                .asString();
        Assertions.assertThat(hidden).isEqualTo(absent).isEqualTo(malformed);
    }

    @Test
    @DisplayName("only a project lead registers; only the project's own lead says who is a member")
    void wrongRole() {
        problem(
                404,
                "not-found",
                Api.as("ingrid").body(Story.projectForm(Story.approval())).post("/projects"));
        Story story = Story.begin();
        problem(
                404,
                "not-found",
                Api.as("ingrid")
                        .body(Map.of("role", "researcher", "contacts", true))
                        .put("/projects/" + story.project() + "/members/oyvind"));
    }

    @Test
    @DisplayName("a removed member finds nothing with the next call; the last lead stays")
    void removal() {
        Story story = Story.begin();
        Api.as("ingrid").get("/projects/" + story.project()).then().statusCode(200);
        Api.as("solveig")
                .delete("/projects/" + story.project() + "/members/ingrid")
                .then()
                .statusCode(204);
        Api.as("ingrid").get("/projects/" + story.project()).then().statusCode(404);
        problem(409, "last-lead", Api.as("solveig").delete("/projects/" + story.project() + "/members/solveig"));
        problem(
                422,
                "role-not-in-project",
                Api.as("solveig")
                        .body(Map.of("role", "auditor", "contacts", false))
                        .put("/projects/" + story.project() + "/members/audun"));
        problem(
                422,
                "username-malformed",
                Api.as("solveig")
                        .body(Map.of("role", "researcher", "contacts", false))
                        .put("/projects/" + story.project() + "/members/UPPER%20CASE"));
    }

    @Test
    @DisplayName("a page out of range, and a list that is cut in the database")
    void pages() {
        problem(422, "size-out-of-range", Api.as("solveig").get("/projects?size=0"));
        problem(422, "size-out-of-range", Api.as("solveig").get("/projects?size=201"));
        problem(422, "page-out-of-range", Api.as("solveig").get("/projects?page=-1"));
        Story.begin();
        Story.begin();
        Api.as("solveig").get("/projects?size=1&page=1").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    @DisplayName("a method and a media type that an address does not take")
    void methods() {
        problem(405, "method-not-allowed", Api.as("solveig").delete("/projects"));
        problem(
                415,
                "media-type-not-taken",
                Api.as("solveig").contentType("text/plain").body("hei").post("/projects"));
        problem(404, "not-found", Api.as("solveig").get("/nothing-here"));
    }

    private static Map<String, Object> approvalWith(String field, Object value) {
        Map<String, Object> approval = new HashMap<>(Story.approval());
        approval.put(field, value);
        return approval;
    }

    private static Response register(Map<String, Object> approval) {
        return Api.as("solveig").body(Story.projectForm(approval)).post("/projects");
    }

    private static ValidatableResponse problem(int status, String code, Response answer) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tillit:problem:" + code))
                .body("status", equalTo(status))
                .body("detail", not(containsString("Exception")));
    }
}
