package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import no.tillit.system.Api;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("With the keyboard alone")
class KeyboardTest {
    @Test
    @DisplayName("the first stop skips the menu, every stop can be seen, and a consent is recorded without a mouse")
    void recordConsent() {
        String participant = Story.begin().participant();
        Keyboard.walk("ingrid", "/consent/record-consent.xhtml?id=" + participant, (browser, page) -> {
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#innhold");
            page.keyboard().press("Enter");
            assertThat(Keyboard.focus(page)).isEqualTo("innhold");
            Keyboard.date(page, "#signedOn", Story.today().minusDays(3));
            Keyboard.choose(page, "[id='items:0:answer:0']");
            Keyboard.press(page, "#save");
            page.waitForURL("**/consent/evidence.xhtml**");
            assertThat(page.evaluate("document.activeElement.className"))
                    .asString()
                    .contains("notice");
        });
    }

    @Test
    @DisplayName(
            "a form from elsewhere is recorded with the area and the agency that it names; what is missing is reached from the summary")
    void namedOnForm() {
        String participant = Story.begin().participant();
        Keyboard.walk("ingrid", "/consent/record-consent.xhtml?id=" + participant, (browser, page) -> {
            Keyboard.date(page, "#signedOn", Story.today());
            Keyboard.choose(page, "[id='items:3:answer:0']");
            Keyboard.to(page, "[id='named:0:subject']");
            page.keyboard().press("ArrowDown");
            Keyboard.press(page, "#addNamed");
            page.waitForSelector("[id='named:1:subject']");
            assertThat(page.locator("#feil").count()).isZero();
            browser.assertAccessible();
            page.keyboard().press("Tab");
            Keyboard.to(page, "[id='named:0:answer']");
            page.keyboard().press("ArrowDown");
            Keyboard.press(page, "#save");
            page.waitForSelector("#feil");
            Keyboard.followFirstProblem(page);
            assertThat(Keyboard.focus(page)).isEqualTo("named:0:counterpart");
            browser.assertAccessible();
            browser.screenshot("record-consent-named");
            page.keyboard().type("NAV");
            Keyboard.press(page, "#save");
            page.waitForURL("**/consent/evidence.xhtml**");
        });
        Api.as("ingrid", "research")
                .get("/participants/" + participant + "/consents")
                .then()
                .statusCode(200)
                .body("[0].items.item", hasItems("follow-up", "share-plan/housing/nav"));
    }

    @Test
    @DisplayName("what is wrong with a template's frame is reached from the summary, at the field of its own row")
    void frame() {
        String draft = Story.begin().templateDraft();
        Keyboard.walk("solveig", "/template/frame.xhtml?id=" + draft, (browser, page) -> {
            Keyboard.write(page, "[id='valid:1:months']", "999");
            Keyboard.press(page, "#save");
            page.waitForSelector("#feil");
            assertThat(Keyboard.focus(page)).isEqualTo("feil");
            Keyboard.followFirstProblem(page);
            assertThat(Keyboard.focus(page)).isEqualTo("valid:1:months");
            assertThat(page.getAttribute("[id='valid:1:months']", "aria-invalid"))
                    .isEqualTo("true");
            browser.assertAccessible();
        });
    }
}
