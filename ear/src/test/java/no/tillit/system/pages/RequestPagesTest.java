package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import no.tillit.system.erasure.Deletions;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A participant's request to be erased, in the browser")
class RequestPagesTest {
    @Test
    @DisplayName(
            "comes in with its day and receiver, is carried out, is certified with leaf and checkpoint, and is answered")
    void request() throws IOException {
        Story story = Story.begin();
        String person = story.participant();
        story.consent(person, Map.of("interview", true));
        String interview = story.interview(person);
        for (int i = 0; i < 6; i++) {
            Api.as("ingrid", "research")
                    .contentType("text/plain")
                    .header("Tillit-Filename", "notat" + i + ".txt")
                    .body("Notat " + i + "\n")
                    .post("/interviews/" + interview + "/documents?type=interview-notes")
                    .then()
                    .statusCode(201);
        }
        String pseudonym = Api.as("marit", "data-protection")
                .get("/participants/{id}", person)
                .then()
                .statusCode(200)
                .extract()
                .path("pseudonym");
        try (Browser browser = Browser.open("nb").logIn("marit")) {
            Page page = browser.page();
            browser.go("/erasure/propose.xhtml?project=" + story.project());
            page.getByText("Deltakeren krever sletting").click();
            page.locator("#pseudonym").fill(pseudonym);
            page.locator("#receivedOn").fill(Story.today().minusDays(2).toString());
            page.locator("#receivedBy").fill("jonas");
            browser.assertAccessible().screenshot("erasure-propose-request");
            page.locator("#save").press("Enter");
            Hands.notice(page, "Opptellingen er klar");
            assertThat(page.locator("main").innerText())
                    .contains("tatt imot av jonas", "Deltakeren skal ha svar senest");
            page.getByText("Forleng fristen").first().click();
            browser.assertAccessible().screenshot("erasure-request");
            page.locator("#extend").press("Enter");
            Hands.notice(page, "Fristen er forlenget");
            assertThat(page.locator("main").innerText()).contains("forlenget med to måneder", "Kravet er sammensatt");
            String address = page.url();
            String job = address.substring(address.indexOf("id=") + 3).replaceAll("[&#].*", "");
            Deletions.approve("henrik", job, Deletions.open(job).getInt("version"))
                    .statusCode(200);
            Deletions.awaitState(job, "completed");
            browser.go("/erasure/deletion-job.xhtml?id=" + job);
            page.locator("#answer").press("Enter");
            Hands.notice(page, "Svaret er notert");
            assertThat(page.locator("main").innerText()).contains("Besvart", "marit");
            page.setViewportSize(320, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    .isEqualTo(false);
            browser.assertAccessible().screenshot("erasure-request-answered");
            byte[] pdf = Api.as("audun", "audit")
                    .get("/deletion-jobs/{id}/certificate", job)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("Deltakeren krevde sletting", "jonas", "Signert sjekkpunkt", "tillit/")
                        .doesNotContain(pseudonym, person);
            }
        }
    }
}
