package no.tillit.system.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One member of a focus group leaves")
class GroupMemberLeavesTest {
    private static final String SAID = "I: Hva var verst?\nA: Ventetiden.\nB: Å være alene om det.\nA: Ja.\n";

    @Test
    @DisplayName("what that person said is a gap at once and gone after the deletion; what the others said stays")
    void leaves() {
        Story story = Story.begin();
        String stays = story.participant();
        String leaves = story.participant();
        story.consent(stays, Map.of("interview", true));
        String consent = story.consent(leaves, Map.of("interview", true));
        String interview = story.interview(stays, leaves);
        String file = Api.as("ingrid", "research")
                .contentType("text/plain")
                .body(SAID)
                .header("Tillit-Filename", "samtale.txt")
                .post("/interviews/" + interview + "/documents?type=transcript")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Api.as("ingrid", "research")
                .get("/documents/" + file + "/speakers")
                .then()
                .statusCode(200)
                .body("labels.label", contains("I", "A", "B"))
                .body("divided", equalTo(false));
        Api.as("ingrid", "research")
                .body(Map.of(
                        "speakers",
                        List.of(
                                Map.of("label", "I", "kind", "interviewer"),
                                Map.of("label", "A", "kind", "participant", "participant", stays),
                                Map.of("label", "B", "kind", "participant", "participant", leaves))))
                .put("/documents/" + file + "/speakers")
                .then()
                .statusCode(200)
                .body("voices", equalTo(3));
        read(file).then().body("turns.text", contains("Hva var verst?", "Ventetiden.", "Å være alene om det.", "Ja."));

        story.withdraw(consent);
        assertThat(texts(file)).containsExactly("Hva var verst?", "Ventetiden.", null, "Ja.");
        Deletions.carriedOut(story.project(), leaves, "withdrawal");
        Api.as("ingrid", "research").get("/documents/" + file).then().statusCode(404);
        assertThat(texts(file)).containsExactly("Hva var verst?", "Ventetiden.", null, "Ja.");
        Api.as("marit", "data-protection")
                .get("/interviews/" + interview + "/transcripts")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].voices", equalTo(2));
        Api.as("marit", "data-protection").get("/transcripts/" + file).then().statusCode(404);
    }

    private static List<String> texts(String file) {
        return read(file).then().statusCode(200).extract().jsonPath().getList("turns.text", String.class);
    }

    private static Response read(String file) {
        return Api.as("ingrid", "research").get("/transcripts/" + file);
    }
}
