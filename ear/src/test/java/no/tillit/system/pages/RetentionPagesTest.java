package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Retention, in the browser")
class RetentionPagesTest {
    @Test
    @DisplayName("a schedule is changed by keyboard, everything it covers is due at once, and the record says why")
    void schedule() {
        Story story = Story.begin();
        String person = story.participant();
        story.consent(person, Map.of("interview", true));
        String interview = story.interview(person);
        String notes = Api.as("ingrid", "research")
                .contentType("text/plain")
                .body("Han var sliten.\n")
                .header("Tillit-Filename", "notat.txt")
                .post("/interviews/" + interview + "/documents?type=interview-notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (Browser browser = Browser.open("nb").logIn("marit")) {
            Page page = browser.page();
            browser.go("/retention/schedules.xhtml?project=" + story.project());
            assertThat(page.locator("main").innerText())
                    .contains("Lydopptaket slettes når transkripsjonen er godkjent")
                    .contains("Dagen etter prosjektets siste dag skal alt bort");
            browser.assertAccessible().screenshot("retention-schedules");
            Hands.open(page, "Ny plan");
            browser.assertAccessible();
            page.locator("#code").fill("notat-etter-dag");
            page.locator("#covers").selectOption("INTERVIEW_NOTES");
            page.locator("#starts").selectOption("DATE");
            page.locator("#startsOn").fill(Story.today().minusDays(1).toString());
            page.locator("#authority").fill("informasjonsskrivet");
            page.locator("#nb").fill("Notatene skal bort dagen etter.");
            page.locator("#nn").fill("Notata skal bort dagen etter.");
            page.locator("#en").fill("The notes go the day after.");
            browser.screenshot("retention-schedule");
            page.locator("#save").press("Enter");
            Hands.notice(page, "Planen gjelder fra nå");

            browser.go("/retention/due.xhtml?project=" + story.project());
            assertThat(page.locator("main").innerText()).contains("Notatene skal bort dagen etter.");
            browser.assertAccessible().screenshot("retention-due");
            page.setViewportSize(320, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    .isEqualTo(false);
            page.setViewportSize(1280, 900);

            browser.go("/document/document.xhtml?id=" + notes);
            assertThat(page.locator("main").innerText()).contains("Slettes", "Notatene skal bort dagen etter.");
            Hands.open(page, "Sperr mot sletting");
            page.locator("#reason").fill("En klage ligger hos tilsynet.");
            page.locator("#authority").fill("personvernforordningen art. 17 nr. 3 e");
            browser.assertAccessible();
            page.locator("#place").press("Enter");
            Hands.notice(page, "Kassasjonssperren er satt");
            browser.assertAccessible().screenshot("retention-hold");
            browser.go("/document/document.xhtml?id=" + notes);
            assertThat(page.locator("main").innerText()).contains("Sperret mot sletting siden");
            browser.screenshot("retention-document");
            browser.go("/retention/holds.xhtml?project=" + story.project());
            browser.assertAccessible();
            page.locator("main table a").first().click();
            page.locator("#release").press("Enter");
            Hands.notice(page, "Kassasjonssperren er opphevet");
            browser.go("/participant/participant.xhtml?id=" + person).screenshot("retention-participant");
        }
    }

    @Test
    @DisplayName("a deletion waits for its cooling period, is stopped, and waits for hands before it is certified")
    void timeToThink() {
        Story story = Story.begin();
        String person = story.participant();
        story.consent(person, Map.of("interview", true));
        story.interview(person);
        try (Browser browser = Browser.open("nb").logIn("marit")) {
            Page page = browser.page();
            browser.go("/retention/schedules.xhtml?project=" + story.project());
            page.locator("#coolingHours").fill("48");
            page.locator("#settings #save").press("Enter");
            Hands.notice(page, "Lagret");
            String job = Api.as("henrik", "data-protection")
                    .body(Map.of("project", story.project(), "participant", person, "cause", "manual"))
                    .post("/deletion-jobs")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            browser.go("/erasure/deletion-job.xhtml?id=" + job);
            page.locator("#adding").evaluate("form => form.closest('details').open = true");
            page.locator("#place").fill("Arkivskap, rom 214");
            browser.assertAccessible();
            page.locator("#addStep").press("Enter");
            Hands.notice(page, "Lagt til");
            assertThat(page.locator("main").innerText()).contains("Arkivskap, rom 214");
            browser.screenshot("retention-job");
            assertThat(page.locator("main").innerText())
                    .contains("Slettingen begynner 48 timer etter at du godkjenner")
                    .doesNotContain("Slettingen begynner med en gang");
            page.locator("#approve").press("Enter");
            page.locator("#stop").waitFor();
            assertThat(page.locator("main").innerText()).contains("Til da kan den stanses");
            browser.assertAccessible().screenshot("retention-cooling");
            page.locator("#stop").press("Enter");
            Hands.notice(page, "Slettingen er stanset");
            browser.assertAccessible().screenshot("retention-stopped");
        }
    }

    @Test
    @DisplayName("the report to Sikt comes as paper and as a table, in the project lead's hands")
    void report() {
        Story story = Story.begin();
        story.participant();
        Api.as("solveig", "project-administration")
                .get("/projects/" + story.project() + "/retention/report?format=csv")
                .then()
                .statusCode(200);
        byte[] pdf = Api.as("solveig", "project-administration")
                .get("/projects/" + story.project() + "/retention/report?language=nn")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(pdf).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Api.as("ingrid", "research")
                .get("/projects/" + story.project() + "/retention/report")
                .then()
                .statusCode(404);
    }
}
