package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Anonymised material, in the browser")
class MaterialPagesTest {
    private static final List<String> QUESTIONS = List.of("0", "1", "2", "3");

    @Test
    @DisplayName("is put forward from a document, not kept while it holds a pseudonym, and released by another")
    void fromDocumentToRelease(@TempDir Path folder) {
        Story story = Story.begin();
        var files = new SmallFiles(folder);
        String person = story.participant();
        story.consent(person, Map.of("interview", true));
        String notes = notes(story, person);
        String pseudonym = Api.as("ingrid", "research")
                .get("/participants/{id}", person)
                .then()
                .statusCode(200)
                .extract()
                .path("pseudonym");
        String address;
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/document/document.xhtml?id=" + notes);
            Hands.open(page, "Legg fram en anonymisert versjon");
            page.locator("#begin").press("Enter");
            assertThat(page.locator("main").innerText()).contains("Alle fire må være gjort");
            browser.assertAccessible().screenshot("material-put-forward");
            tick(page);
            page.locator("#begin").press("Enter");
            Hands.notice(page, "Nå kan du sende filen");
            page.locator("#upload-file").setInputFiles(files.text("funn.txt", "Slik " + pseudonym + " sa det."));
            page.locator("[data-part=send]").click();
            page.locator("[data-part=error]").waitFor();
            assertThat(page.locator("[data-part=error-text]").innerText())
                    .contains("inneholder et pseudonym")
                    .doesNotContain(pseudonym);
            browser.assertAccessible().screenshot("material-still-personal");
            address = Hands.path(page);
            Hands.upload(page, files.text("bedre.txt", "En av dem sa at den første uken var verst."));
            page.getByText("En annen i prosjektet må se på det").waitFor();
            assertThat(page.locator("main").innerText()).contains("Opplysninger om én deltaker");
            browser.go("/index.xhtml");
            assertThat(page.locator("a[href='" + address + "']").count()).isZero();
        }
        try (Browser browser = Browser.open("nb").logIn(story.newcomer())) {
            Page page = browser.page();
            page.locator("a[href='" + address + "']").press("Enter");
            assertThat(page.locator("main").innerText()).contains("Les materialet før du frigir det");
            assertThat(page.locator("#release").count()).isZero();
            browser.assertAccessible().screenshot("material-to-read");
            Hands.open(page, "Jeg har lest den");
            page.getByText("Du har ikke hentet hele filen ennå").waitFor();
            browser.assertAccessible();
            page.waitForDownload(() -> Hands.open(page, "Hent filen")).path();
            Hands.open(page, "Jeg har lest den");
            browser.assertAccessible().screenshot("material-to-decide");
            page.locator("#release").press("Enter");
            assertThat(page.locator("main").innerText()).contains("Alle fire må være gjort");
            tick(page);
            page.locator("#release").press("Enter");
            Hands.notice(page, "Materialet er frigitt");
            assertThat(page.locator("main").innerText())
                    .contains("Det vet ingen lenger", "Det blir stående når prosjektet er slutt");
            page.setViewportSize(320, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    .isEqualTo(false);
            browser.assertAccessible().screenshot("material-released");
            Hands.open(page, "Les filen");
            assertThat(page.locator("main").innerText()).contains("Blir stående når prosjektet er slutt");
            browser.go("/document/materials.xhtml?project=" + story.project());
            browser.assertAccessible().screenshot("materials");
        }
    }

    @Test
    @DisplayName("that vanished with somebody's consent is told to who began it, on the start page and on its own")
    void vanished() {
        Story story = Story.begin();
        String person = story.participant();
        String consent = story.consent(person, Map.of("interview", true));
        String notes = notes(story, person);
        String author = story.newcomer();
        String material = story.material(author, List.of(notes));
        story.materialFile(material, "En av dem sa noe.");
        story.withdraw(consent);
        try (Browser browser = Browser.open("nb").logIn(author)) {
            Page page = browser.page();
            page.getByText("Et utkast til anonymisert materiale som du begynte på")
                    .first()
                    .waitFor();
            browser.assertAccessible().screenshot("material-vanished");
            browser.go("/document/material.xhtml?id=" + material);
            assertThat(page.locator("main").innerText())
                    .contains("Det kan ikke frigis")
                    .doesNotContain("Les filen");
            browser.assertAccessible();
        }
    }

    /** Notes of an interview with this person; their id. */
    private static String notes(Story story, String person) {
        return Api.as("ingrid", "research")
                .contentType("text/plain")
                .header("Tillit-Filename", "notat.txt")
                .body("Hun sa noe.\n")
                .post("/interviews/" + story.interview(person) + "/documents?type=interview-notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void tick(Page page) {
        for (String question : QUESTIONS) {
            page.locator("[id='checks-list:" + question + ":c']").check();
        }
    }
}
