package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import no.tillit.system.erasure.Deletions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The pages of retention and deletion with something on each of them, wide and narrow. The pictures in {@code
 * target/screenshots} are to be looked at; what can be checked is checked.
 */
@DisplayName("The pages of retention and deletion in pictures")
class RetentionPicturesTest {
    private static final String OFFICE = "data-protection";
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void somethingToSee() {
        Story story = Story.begin();
        String project = story.project();
        String person = story.participant();
        story.consent(person, Map.of("interview", true));
        String interview = story.interview(person);
        String notes = text(interview, "interview-notes");
        text(interview, "transcript");
        String second = story.participant();
        story.consent(second, Map.of("interview", true));
        String held = text(story.interview(second), "transcript");
        Api.as("marit", OFFICE)
                .body(Map.of(
                        "covers", "interview-notes",
                        "starts", "date",
                        "startsOn", Story.today().minusDays(3).toString(),
                        "period", "P0D",
                        "disposal", "dispose",
                        "authority", "informasjonsskrivet",
                        "words",
                                Map.of(
                                        "nb",
                                        "Notatene skal bort når de er skrevet inn.",
                                        "nn",
                                        "Notata.",
                                        "en",
                                        "Notes."),
                        "version", 0))
                .put("/projects/" + project + "/retention/schedules/notat")
                .then()
                .statusCode(200);
        String hold = Api.as("marit", OFFICE)
                .body(Map.of(
                        "kind",
                        "transcript",
                        "record",
                        held,
                        "reason",
                        "En klage ligger hos tilsynet, og svaret må kunne dokumenteres.",
                        "authority",
                        "personvernforordningen art. 17 nr. 3 e",
                        "reviewOn",
                        Story.today().plusDays(30).toString()))
                .post("/projects/" + project + "/retention/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        PAGES.put("due", "/retention/due.xhtml?project=" + project);
        PAGES.put("schedules", "/retention/schedules.xhtml?project=" + project);
        PAGES.put("schedule", "/retention/schedule.xhtml?project=" + project + "&schedule=notat");
        PAGES.put("holds", "/retention/holds.xhtml?project=" + project);
        PAGES.put("hold", "/retention/hold.xhtml?id=" + hold);
        PAGES.put("document", "/document/document.xhtml?id=" + notes);
        PAGES.put("propose", "/erasure/propose.xhtml?project=" + project);
        jobs(project, person, second);
        PAGES.put("jobs", "/erasure/deletion-jobs.xhtml?in=" + project);
        Story empty = Story.begin();
        PAGES.put("due-empty", "/retention/due.xhtml?project=" + empty.project());
        PAGES.put("holds-empty", "/retention/holds.xhtml?project=" + empty.project());
        PAGES.put("jobs-empty", "/erasure/deletion-jobs.xhtml?in=" + empty.project());
    }

    /** One held back, one that waits for hands, one that is certified, one refused. */
    private static void jobs(String project, String person, String held) {
        PAGES.put("job-held-back", job(Deletions.propose("henrik", project, held, "manual")));
        JsonPath byHand = Deletions.propose("marit", project, person, "manual")
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = byHand.getString("id");
        Api.as("marit", OFFICE)
                .body(Map.of("kind", "paper", "place", "Arkivskap, rom 214"))
                .post("/deletion-jobs/" + id + "/manual-steps")
                .then()
                .statusCode(200);
        Deletions.approve("henrik", id, Deletions.open(id).getInt("version")).statusCode(200);
        Deletions.awaitState(id, "awaiting-hands");
        PAGES.put("job-awaits-hands", "/erasure/deletion-job.xhtml?id=" + id);
        Story other = Story.begin();
        String third = other.participant();
        other.consent(third, Map.of("interview", true));
        text(other.interview(third), "transcript");
        JsonPath whole = Deletions.propose("marit", other.project(), third, "manual")
                .statusCode(201)
                .extract()
                .jsonPath();
        Deletions.approve("henrik", whole.getString("id"), whole.getInt("version"))
                .statusCode(200);
        Deletions.awaitState(whole.getString("id"), "completed");
        PAGES.put("job-completed", "/erasure/deletion-job.xhtml?id=" + whole.getString("id"));
        String fourth = other.participant();
        other.consent(fourth, Map.of("interview", true));
        String refused = Deletions.propose("henrik", other.project(), fourth, "manual")
                .statusCode(201)
                .extract()
                .path("id");
        Api.as("solveig", "project-administration")
                .body(Map.of("reason", "Deltakeren har ombestemt seg."))
                .post("/deletion-jobs/" + refused + "/refusal")
                .then()
                .statusCode(200);
        PAGES.put("job-refused", "/erasure/deletion-job.xhtml?id=" + refused);
    }

    private static String job(io.restassured.response.ValidatableResponse proposed) {
        return "/erasure/deletion-job.xhtml?id="
                + proposed.statusCode(201).extract().<String>path("id");
    }

    private static String text(String interview, String type) {
        return Api.as("ingrid", "research")
                .contentType("text/plain")
                .header("Tillit-Filename", "samtale.txt")
                .body("Hun fortalte om den første dagen ute.".getBytes(StandardCharsets.UTF_8))
                .post("/interviews/" + interview + "/documents?type=" + type)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    @DisplayName("none is wider than a telephone, and none has a barrier")
    void lookedAt() {
        try (Browser marit = Browser.open("nb").logIn("marit")) {
            Page page = marit.page();
            PAGES.forEach((name, address) -> {
                page.setViewportSize(1280, 900);
                marit.go(address).assertAccessible().screenshot("eye-" + name + "-1280");
                page.setViewportSize(320, 900);
                marit.screenshot("eye-" + name + "-320");
                assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                        .as(name)
                        .isEqualTo(false);
                assertThat(page.locator("main").innerText())
                        .as(name)
                        .doesNotContain("???")
                        .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
            });
        }
    }
}
