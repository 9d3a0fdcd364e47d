package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.system.Api;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import no.tillit.testing.scans.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Finds the endpoints at run time, in the API's own description, so that a new one is asked too. */
@DisplayName("Every endpoint is closed to whoever has no business there")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointTest {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    /** Refusals of a body that was read before anything was looked up: they tell nothing of what exists. */
    private static final List<Integer> ABSENT_OR_UNREADABLE = List.of(400, 404, 411, 415, 422);

    private final List<Endpoint> endpoints = new ArrayList<>();
    private Map<String, String> real = Map.of();

    private record Endpoint(String method, String path) {
        boolean names(String record) {
            return path.startsWith("/" + record + "/{");
        }

        Response call(RequestSpecification as, String id) {
            String filled = path.replaceFirst("\\{id}", id)
                    .replace("{username}", "jonas")
                    .replace("{code}", "contact-after-last-contact")
                    .replace("{step}", "00000000-0000-4000-8000-000000000000")
                    .replace("{format}", "fhir");
            return as.redirects().follow(false).request(method, filled + "?type=transcript&filename=a.txt");
        }

        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    @BeforeAll
    void find() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .accept(ContentType.JSON)
                .queryParam("format", "json")
                .get(Stack.get().pages() + "/api/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        paths.forEach((path, operations) -> METHODS.stream()
                .filter(operations::containsKey)
                .forEach(method -> endpoints.add(new Endpoint(method, path.replaceFirst("^(/api)?/v1", "")))));
        assertThat(endpoints).hasSizeGreaterThan(15);

        Story story = Story.begin();
        String participant = story.participant();
        String consent = story.consent(participant, Map.of("interview", true, "audio-recording", true));
        String interview = story.interview(participant);
        String document = Api.as("ingrid", "research")
                .contentType("text/plain")
                .body("Intervjuer: Hei.\nDeltaker: Hei.\n")
                .post("/interviews/" + interview + "/documents?type=transcript&filename=samtale.txt")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.as("ingrid", "research")
                .body(Map.of(
                        "speakers",
                        List.of(
                                Map.of("label", "Intervjuer", "kind", "interviewer"),
                                Map.of("label", "Deltaker", "kind", "participant", "participant", participant))))
                .put("/documents/" + document + "/speakers")
                .then()
                .statusCode(200);
        String scan = story.scanned("skjema.png", Sheet.file(Sheet.with("", 100), "png"));
        String scannedForm = Api.as("ingrid", "research")
                .get("/projects/" + story.project() + "/scanned-forms")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        String scannedPage = Api.as("ingrid", "research")
                .get("/scanned-forms/" + scannedForm)
                .then()
                .statusCode(200)
                .extract()
                .path("pages[0].id");
        real = Map.ofEntries(
                Map.entry("transcripts", document),
                Map.entry("projects", story.project()),
                Map.entry("participants", participant),
                Map.entry("consents", consent),
                Map.entry("interviews", interview),
                Map.entry("documents", document),
                Map.entry("consent-template-versions", story.templateDraft()),
                Map.entry("scans", scan),
                Map.entry("scanned-forms", scannedForm),
                Map.entry("scanned-pages", scannedPage));
    }

    @TestFactory
    @DisplayName("without a token: 401")
    List<DynamicTest> anonymous() {
        return each(endpoint -> {
            Response answer =
                    endpoint.call(body(Api.anonymous()), UUID.randomUUID().toString());
            assertThat(answer.statusCode()).isEqualTo(401);
        });
    }

    @TestFactory
    @DisplayName("a partner agency, to which nothing was shared: nothing; an operator: nothing but the log's seal")
    List<DynamicTest> rolesWithoutBusiness() {
        return each(endpoint -> {
            for (String username : List.of("petter", "olga")) {
                for (String purpose : List.of("follow-up", "operation", "data-protection")) {
                    String id = realIdFor(endpoint);
                    Response answer = endpoint.call(body(Api.as(username, purpose)), id);
                    boolean ownBusiness =
                            username.equals("olga") && endpoint.path().startsWith("/audit/");
                    if (!ownBusiness) {
                        assertThat(answer.statusCode()).as(username).isIn(allowed(endpoint));
                    } else if (!purpose.equals("operation")) {
                        assertThat(answer.statusCode()).as(username).isIn(403, 404, 422);
                    }
                }
            }
        });
    }

    @TestFactory
    @DisplayName("the researcher of another project: what exists looks exactly like what does not")
    List<DynamicTest> anotherProject() {
        return endpoints.stream()
                .filter(endpoint -> real.keySet().stream().anyMatch(endpoint::names))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    Response hidden = endpoint.call(body(Api.as("oyvind", "research")), realIdFor(endpoint));
                    Response absent = endpoint.call(
                            body(Api.as("oyvind", "research")),
                            UUID.randomUUID().toString());
                    assertThat(hidden.statusCode()).isIn(allowed(endpoint));
                    assertThat(hidden.statusCode()).isEqualTo(absent.statusCode());
                    assertThat(hidden.asString()).isEqualTo(absent.asString());
                }))
                .toList();
    }

    @TestFactory
    @DisplayName("a member who names no purpose, where personal data is touched: told to name one, or nothing")
    List<DynamicTest> withoutPurpose() {
        return endpoints.stream()
                .filter(endpoint -> endpoint.method().equals("get"))
                .filter(endpoint -> endpoint.names("participants")
                        || endpoint.names("consents")
                        || endpoint.names("interviews")
                        || endpoint.names("documents"))
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> assertThat(endpoint.call(Api.as("ingrid"), realIdFor(endpoint))
                                        .statusCode())
                                .isIn(404, 422)))
                .toList();
    }

    private List<DynamicTest> each(java.util.function.Consumer<Endpoint> check) {
        return endpoints.stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> check.accept(endpoint)))
                .toList();
    }

    private static List<Integer> allowed(Endpoint endpoint) {
        return endpoint.method().equals("get") ? List.of(404) : ABSENT_OR_UNREADABLE;
    }

    private String realIdFor(Endpoint endpoint) {
        return real.entrySet().stream()
                .filter(record -> endpoint.names(record.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UUID.randomUUID().toString());
    }

    private static RequestSpecification body(RequestSpecification as) {
        return as.body("{}");
    }
}
