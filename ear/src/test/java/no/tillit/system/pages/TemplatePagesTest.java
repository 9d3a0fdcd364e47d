package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A consent template in the browser")
class TemplatePagesTest {
    private static final String VERSION = "/template/version.xhtml?id=";

    private final Story story = Story.begin();

    @Test
    @DisplayName("begins with a ready-made one, says what is missing, and takes what is typed")
    void writes() {
        try (Browser browser = Browser.open("nb").logIn("solveig")) {
            Page page = browser.page();
            browser.go("/template/templates.xhtml?project=" + story.project()).assertAccessible();
            assertThat(page.locator(".nothing").innerText()).contains("Begynn med en av malene");
            page.fill("#name", "Deltakere");
            page.click("#begin");
            assertThat(page.locator("h1").innerText()).contains("Deltakere, versjon 1");
            assertThat(page.locator("main").innerText())
                    .contains("Det står igjen noe å fylle ut", "Hva vil vi finne ut?");
            browser.assertAccessible();
            browser.screenshot("template-draft");
            page.locator("a", new Page.LocatorOptions().setHasText("Formål: Det"))
                    .click();
            browser.assertAccessible();
            page.fill("[id='in:0:text']", "Vi vil vite **hva** som hjelper.\n\n- en\n- <script>alert(1)</script>");
            page.click("#save");
            assertThat(page.locator(".letter").innerHTML())
                    .contains("<strong>hva</strong>", "<li>en</li>", "&lt;script&gt;")
                    .doesNotContain("<script>");
            page.locator("a", new Page.LocatorOptions().setHasText("Endre punktet"))
                    .nth(1)
                    .click();
            browser.assertAccessible();
            assertThat(page.inputValue("[id='in:0:label']")).isEqualTo("Dere kan ta opp lyden av samtalen.");
            page.fill("#months", "6");
            page.click("#up");
            assertThat(page.locator(".letter li strong").first().innerText())
                    .isEqualTo("Dere kan ta opp lyden av samtalen.");
            page.click("#addModule");
            browser.assertAccessible();
            page.fill("[id='valid:1:months']", "12");
            page.fill("[id='valid:2:months']", "24");
            page.check("[id='valid:2:end']");
            page.click("#save");
            assertThat(page.locator("main").innerText()).contains("Velg");
            page.uncheck("[id='valid:2:end']");
            browser.screenshot("template-frame");
            page.click("#save");
            page.locator("[id$='removeModule']").click();
            page.click("text=Endre tittel, erklæring og utvalg");
            browser.assertAccessible();
            page.fill("[id='in:2:title']", "Will you take part?");
            page.click("#save");
            page.click("text=Engelsk");
            assertThat(page.locator(".letter h3").innerText()).isEqualTo("Will you take part?");
            page.click("#addSection");
            assertThat(page.locator("h1").innerText()).isEqualTo("Annet");
            page.click("#remove");
            assertThat(page.locator("main").innerText()).contains("Du har skrevet på dette utkastet");
        }
    }

    @Test
    @DisplayName(
            "is published by a privacy officer, printed for a participant, and its answers are recorded in its words")
    void lives() {
        String draft = story.templateDraft();
        String read = Api.as("solveig")
                .get("/consent-template-versions/" + draft)
                .then()
                .extract()
                .asString();
        Map<String, Object> content =
                JsonPath.from(read.replaceAll("\\[[^\\]\"{}]+\\]", "noe")).getMap("content");
        Api.as("solveig")
                .body(Map.of("revision", 1, "content", content))
                .put("/consent-template-versions/" + draft)
                .then()
                .statusCode(200);
        try (Browser browser = Browser.open("nb").logIn("marit")) {
            browser.go(VERSION + draft).assertAccessible();
            browser.page().click("#publish");
            assertThat(browser.page().locator("main").innerText()).contains("Versjonen er publisert");
            browser.assertAccessible();
        }
        String participant = story.participant();
        try (Browser browser = Browser.open("nn").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/template/print.xhtml?id=" + participant).assertAccessible();
            page.selectOption("#language", "nn");
            page.check("#large");
            Download form = page.waitForDownload(() -> page.click("#print"));
            assertThat(form.suggestedFilename()).matches("samtykke-[0-9A-Z-]{14}-nn\\.pdf");
            browser.go("/consent/record-consent.xhtml?id=" + participant).assertAccessible();
            page.selectOption("#version", draft);
            page.selectOption("#in", "nn");
            page.locator("form.filter button").click();
            browser.assertAccessible();
            assertThat(page.locator("#answers").innerText()).contains("De kan ta opp lyden av samtalen.");
            browser.screenshot("record-consent-version");
            page.fill("#signedOn", Story.today().toString());
            for (int i = 0; i < 3; i++) {
                page.locator("[id^='questions:" + i + ":said:']").first().check();
            }
            page.fill("#number", form.suggestedFilename().substring(9, 23));
            page.click("#save");
            assertThat(page.url()).contains("/consent/evidence.xhtml");
        }
        Api.as("ingrid", "research")
                .get("/participants/" + participant + "/consents")
                .then()
                .statusCode(200)
                .body("[0].version", org.hamcrest.Matchers.equalTo(draft))
                .body("[0].state", org.hamcrest.Matchers.equalTo("given"));
    }
}
