package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
}
