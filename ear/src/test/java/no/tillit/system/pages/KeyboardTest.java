package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import com.microsoft.playwright.Page;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("With the keyboard alone")
class KeyboardTest {
    @Test
    @DisplayName("the first stop skips the menu, every stop can be seen, and a consent is recorded without a mouse")
    void recordConsent() {
        Story story = Story.begin();
        String participant = story.participant();
        try (Browser browser = Browser.open().logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/consent/record-consent.xhtml?id=" + participant);
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#innhold");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("innhold");

            Keyboard.to(page, "#signedOn");
            // A date field has stops of its own inside, in an order that depends on the browser's language.
            String day = Story.today().minusDays(3).toString();
            page.evaluate("day => { document.activeElement.value = day; }", day);
            Keyboard.to(page, "[id='items:0:answer:0']");
            page.keyboard().press("Space");
            Keyboard.to(page, "#save");
            page.keyboard().press("Enter");
            page.waitForURL("**/consent/evidence.xhtml**");
            assertThat(page.evaluate("document.activeElement.className"))
                    .asString()
                    .contains("notice");
        }
    }

    @Test
    @DisplayName(
            "a form from elsewhere is recorded with the area and the agency that it names; what is missing is reached from the summary")
    void namedOnForm() {
        Story story = Story.begin();
        String participant = story.participant();
        try (Browser browser = Browser.open().logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/consent/record-consent.xhtml?id=" + participant);
            page.keyboard().press("Tab");
            Keyboard.to(page, "#signedOn");
            page.evaluate(
                    "day => { document.activeElement.value = day; }",
                    Story.today().toString());
            Keyboard.to(page, "[id='items:3:answer:0']");
            page.keyboard().press("Space");
            Keyboard.to(page, "[id='named:0:subject']");
            page.keyboard().press("ArrowDown");
            Keyboard.to(page, "#addNamed");
            page.keyboard().press("Enter");
            page.waitForSelector("[id='named:1:subject']");
            assertThat(page.locator("#feil").count()).isZero();
            browser.assertAccessible();
            page.keyboard().press("Tab");
            Keyboard.to(page, "[id='named:0:answer']");
            page.keyboard().press("ArrowDown");
            Keyboard.to(page, "#save");
            page.keyboard().press("Enter");
            page.waitForSelector("#feil");
            followFirstProblem(page);
            assertThat(focus(page)).isEqualTo("named:0:counterpart");
            browser.assertAccessible();
            browser.screenshot("record-consent-named");
            page.keyboard().type("NAV");
            Keyboard.to(page, "#save");
            page.keyboard().press("Enter");
            page.waitForURL("**/consent/evidence.xhtml**");
        }
        Api.as("ingrid", "research")
                .get("/participants/" + participant + "/consents")
                .then()
                .statusCode(200)
                .body("[0].items.item", hasItems("follow-up", "share-plan/housing/nav"));
    }

    @Test
    @DisplayName("what is wrong with a template's frame is reached from the summary, at the field of its own row")
    void frame() {
        Story story = Story.begin();
        try (Browser browser = Browser.open().logIn("solveig")) {
            Page page = browser.page();
            browser.go("/template/frame.xhtml?id=" + story.templateDraft());
            page.keyboard().press("Tab");
            Keyboard.to(page, "[id='valid:1:months']");
            page.keyboard().type("999");
            Keyboard.to(page, "#save");
            page.keyboard().press("Enter");
            page.waitForSelector("#feil");
            assertThat(focus(page)).isEqualTo("feil");
            followFirstProblem(page);
            assertThat(focus(page)).isEqualTo("valid:1:months");
            assertThat(page.getAttribute("[id='valid:1:months']", "aria-invalid"))
                    .isEqualTo("true");
            browser.assertAccessible();
        }
    }

    private static void followFirstProblem(Page page) {
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
    }

    private static Object focus(Page page) {
        return page.evaluate("document.activeElement.id");
    }
}
