package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever oversees sees on the start page that many people's consents were taken out")
class VolumePagesTest {
    private static final int MANY = 51;

    @Test
    @DisplayName("with who and when, and a way to the log; others do not see it")
    void exported() {
        Story story = Story.begin();
        for (int i = 0; i < MANY; i++) {
            story.consent(story.participant(), Map.of("interview", true));
        }
        Api.as("ingrid", "research")
                .get("/projects/" + story.project() + "/consents/export")
                .then()
                .statusCode(200);
        try (Browser marit = Browser.open().logIn("marit")) {
            Locator many = marit.page().locator("section[aria-labelledby=volume]");
            assertThat(many.innerText())
                    .contains("Mange personer på én dag")
                    .containsPattern("ingrid: [0-9\\u00A0]+ personer")
                    .contains("Hentet ut samtykker");
            marit.screenshot("start-volume").assertAccessible();
            many.getByText("Åpne").first().click();
            marit.page().locator("tbody tr").first().waitFor();
            assertThat(marit.page().url()).contains("/audit/entries.xhtml?actor=");
        }
        try (Browser ingrid = Browser.open().logIn("ingrid")) {
            assertThat(ingrid.page().locator("section[aria-labelledby=volume]").count())
                    .isZero();
        }
    }
}
