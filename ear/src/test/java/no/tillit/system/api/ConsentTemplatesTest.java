package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A consent template, from the draft to the paper")
class ConsentTemplatesTest {
    private static final String VERSIONS = "/consent-template-versions/";

    private static Story story;

    @BeforeAll
    static void begin() {
        story = Story.begin();
    }

    private static String filled(String draft) {
        String read = Api.as("solveig")
                .get(VERSIONS + draft)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Map<String, Object> content = io.restassured.path.json.JsonPath.from(
                        read.replaceAll("\\[[^\\]\"{}]+\\]", "noe"))
                .getMap("content");
        Api.as("solveig")
                .header("If-Match", "\"1\"")
                .body(Map.of("content", content))
                .put(VERSIONS + draft)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        return draft;
    }

    private static String published() {
        String draft = filled(story.templateDraft());
        Api.as("marit")
                .body(Map.of("revision", 2))
                .post(VERSIONS + draft + "/publication")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("publishedBy", equalTo("marit"));
        return draft;
    }

    @Test
    @DisplayName("is checked, published by a second person, and never changes again")
    void life() {
        String draft = story.templateDraft();
        Api.as("ingrid")
                .get(VERSIONS + draft + "/check")
                .then()
                .statusCode(200)
                .body("kind", everyItem(equalTo("gap-left")));
        Api.as("marit")
                .body(Map.of("revision", 1))
                .post(VERSIONS + draft + "/publication")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tillit:problem:template-not-ready"));
        filled(draft);
        Api.as("solveig")
                .get(VERSIONS + draft + "/check")
                .then()
                .statusCode(200)
                .body("", empty());
        Api.as("solveig")
                .body(Map.of("revision", 2))
                .post(VERSIONS + draft + "/publication")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tillit:problem:second-reader-needed"));
        Api.as("marit")
                .body(Map.of("revision", 2))
                .post(VERSIONS + draft + "/publication")
                .then()
                .statusCode(200);
        Api.as("solveig")
                .header("If-Match", "2")
                .delete(VERSIONS + draft)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tillit:problem:version-published"));
    }

    @Test
    @DisplayName("begins once, however often it is sent")
    void once() {
        Story own = Story.begin();
        String key = "template-" + java.util.UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            Api.as("solveig")
                    .header("Idempotency-Key", key)
                    .body(Map.of("readyMade", "plan-sharing", "name", "Planen"))
                    .post("/projects/" + own.project() + "/consent-templates")
                    .then()
                    .statusCode(201)
                    .body("name", equalTo("Planen"));
        }
        Api.as("jonas")
                .get("/projects/" + own.project() + "/consent-templates")
                .then()
                .statusCode(200)
                .body("", hasSize(1));
    }

    @Test
    @DisplayName("leaves as PDF, blank and for a person, and shows nobody from elsewhere that it exists")
    void paper() {
        String version = published();
        byte[] blank = Api.as("jonas")
                .accept("application/pdf")
                .get(VERSIONS + version + "/pdf?language=nn&largePrint=true")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/pdf"))
                .extract()
                .asByteArray();
        assertThat(new String(blank, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        Api.as("ingrid", "research")
                .accept("application/pdf")
                .body(Map.of("version", version, "language", "nb", "largePrint", false))
                .post("/participants/" + story.participant() + "/consent-forms")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/pdf"));
        Api.as("oyvind").get(VERSIONS + version).then().statusCode(404);
        Api.as("ingrid")
                .header("If-Match", "2")
                .delete(VERSIONS + version)
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("keeps no script, link or picture that is sent in a text")
    void sanitised() {
        String draft = story.templateDraft();
        String read = Api.as("solveig").get(VERSIONS + draft).then().extract().asString();
        Map<String, Object> content =
                io.restassured.path.json.JsonPath.from(read).getMap("content");
        content.put(
                "declaration",
                Map.of(
                        "nb",
                        "<p onclick=\"x()\">Ja<script>alert(1)</script><img src=\"https://spor.example/a.gif\"></p>"));
        Api.as("solveig")
                .body(Map.of("revision", 1, "content", content))
                .put(VERSIONS + draft)
                .then()
                .statusCode(200);
        Api.as("solveig").get(VERSIONS + draft).then().body("content.declaration.nb", equalTo("<p>Ja</p>"));
    }
}
