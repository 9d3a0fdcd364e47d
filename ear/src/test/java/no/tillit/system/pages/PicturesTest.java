package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import no.tillit.system.Browser;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of the main pages. With {@code -Dtillit.pictures=true} they go to {@code docs/screenshots}, where README shows
 * them, and are of the sample data that {@code ./run} loads; otherwise they are left in the build folder to look at.
 */
@DisplayName("The main pages in pictures")
class PicturesTest {
    private static final boolean FOR_README = Boolean.getBoolean("tillit.pictures");

    @BeforeAll
    static void somethingToSee() {
        if (!FOR_README) {
            Story story = Story.begin();
            story.withdraw(story.consent(story.participant(), Map.of("interview", true)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "start-researcher, ingrid, /index.xhtml, ",
        "start-privacy-officer, marit, /index.xhtml, ",
        "participants, ingrid, /participant/participants.xhtml, ",
        "participant, ingrid, /participant/participants.xhtml, tbody a",
        "participant-caseworker, jonas, /participant/participants.xhtml, tbody a",
        "project, solveig, /project/projects.xhtml, tbody a",
        "deletion-job, marit, /erasure/deletion-jobs.xhtml?state=PROPOSED, tbody a",
        "documents, ingrid, /document/documents.xhtml, ",
        "log, audun, /audit/entries.xhtml, "
    })
    @DisplayName("each shows what its name says")
    void take(String name, String username, String path, String then) {
        try (Browser browser = Browser.open().logIn(username)) {
            Page page = browser.go(path).page();
            Locator link =
                    then == null ? page.locator("#none") : page.locator(then).first();
            if (link.count() > 0) {
                link.click();
            }
            assertThat(page.locator("h1").count()).isEqualTo(1);
            Path folder = FOR_README
                    ? Stack.source("docs/screenshots")
                    : Stack.target().resolve("screenshots");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }
}
