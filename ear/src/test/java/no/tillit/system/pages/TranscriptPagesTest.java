package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Dividing a transcript by speaker, in the browser")
class TranscriptPagesTest {
    @Test
    @DisplayName("from the interview's page, by keyboard, to the transcript turn by turn")
    void divide() {
        Story story = Story.begin();
        String one = story.participant();
        String other = story.participant();
        story.consent(one, Map.of("interview", true));
        story.consent(other, Map.of("interview", true));
        String interview = story.interview(one, other);
        Api.as("ingrid", "research")
                .contentType("text/plain")
                .body("I: Hva hjalp?\n[00:00:07] A: At noen ventet.\nB: At jeg fikk et sted å bo.\n")
                .header("Tillit-Filename", "gruppe.txt")
                .post("/interviews/" + interview + "/documents?type=transcript")
                .then()
                .statusCode(201);
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/interview/interview.xhtml?id=" + interview);
            assertThat(page.locator("main").innerText()).contains("Ikke delt ennå");
            Hands.open(page, "Del etter hvem som snakker");
            browser.assertAccessible().screenshot("speakers");

            choose(page, 0, "Intervjueren");
            choose(page, 1, pseudonym(page, 1));
            page.locator("#save").press("Enter");
            page.locator(".ds-alert, .errors, [role=alert]").first().waitFor();
            assertThat(page.locator("main").innerText()).contains("Velg hvem som snakker");
            choose(page, 2, pseudonym(page, 2));
            page.locator("#save").press("Enter");

            Hands.notice(page, "Transkripsjonen er delt");
            assertThat(page.locator("ol.said li")).isNotNull();
            assertThat(page.locator("ol.said").innerText())
                    .contains("Intervjueren")
                    .contains("00:00:07")
                    .contains("At jeg fikk et sted å bo.");
            browser.assertAccessible().screenshot("transcript");
            browser.go("/interview/interview.xhtml?id=" + interview);
            assertThat(page.locator("main").innerText())
                    .contains("Delt etter hvem som snakker")
                    .doesNotContain("Ikke delt ennå");
        }
    }

    /** A menu takes the letters one types. */
    private static void choose(Page page, int row, String text) {
        var menu = page.locator("[id='labels:" + row + ":who']");
        menu.focus();
        page.keyboard().type(text);
        assertThat(menu.evaluate("m => m.options[m.selectedIndex].text")).isEqualTo(text);
    }

    private static String pseudonym(Page page, int number) {
        return page.locator("[id='labels:0:who'] option").nth(number).innerText();
    }
}
