package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import no.tillit.system.Story;
import no.tillit.system.erasure.Deletions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What goes and what stays is decided with the keyboard alone")
class RetentionKeyboardTest {
    @Test
    @DisplayName("a deletion is opened from the start page, its list read, approved, and followed to its certificate")
    void approveDeletion() {
        Story story = Story.begin();
        String person = story.participant();
        story.consent(person, Map.of("interview", true));
        String job = Deletions.propose("marit", story.project(), person, "manual")
                .statusCode(201)
                .extract()
                .path("id");
        String address = "/erasure/deletion-job.xhtml?id=" + job;
        Keyboard.walk(
                "henrik", "/erasure/deletion-jobs.xhtml?state=PROPOSED&in=" + story.project(), (browser, page) -> {
                    Keyboard.press(page, "main a[href='" + address + "']");
                    page.waitForURL("**" + address);
                    page.keyboard().press("Tab");
                    Keyboard.to(page, ".scroll[role=region]");
                    assertThat(page.locator(".scroll[role=region]:focus").innerText())
                            .contains("Samtykker");
                    Keyboard.press(page, "#approve");
                    followed(page, address);
                    page.waitForSelector("a[href='/certificate?id=" + job + "']");
                    page.keyboard().press("Tab");
                    Keyboard.to(page, "a[href='/certificate?id=" + job + "']");
                    Path certificate = page.waitForDownload(
                                    () -> page.keyboard().press("Enter"))
                            .path();
                    assertThat(certificate).isNotEmptyFile();
                    browser.assertAccessible();
                });
    }

    /** The notice has the focus, and the page follows the job by itself. */
    private static void followed(Page page, String address) {
        page.waitForURL("**" + address);
        page.locator(".notice").waitFor();
        assertThat(page.evaluate("document.activeElement.className")).asString().contains("notice");
    }

    @Test
    @DisplayName(
            "a hold is placed from the participant's page, what is missing reached from the summary, and released again")
    void hold() {
        String person = Story.begin().participant();
        Keyboard.walk("marit", "/participant/participant.xhtml?id=" + person, (browser, page) -> {
            Keyboard.press(page, "main a[href^='/retention/place-hold.xhtml']");
            page.waitForURL("**/retention/place-hold.xhtml**");
            page.keyboard().press("Tab");
            Keyboard.write(page, "#reason", "En klage ligger hos tilsynet.");
            Keyboard.date(page, "#reviewOn", Story.today().plusDays(30));
            Keyboard.press(page, "#place");
            page.waitForSelector("#feil");
            assertThat(Keyboard.focus(page)).isEqualTo("feil");
            Keyboard.followFirstProblem(page);
            assertThat(Keyboard.focus(page)).isEqualTo("authority");
            page.keyboard().type("personvernforordningen art. 17 nr. 3 e");
            Keyboard.press(page, "#place");
            page.waitForURL("**/retention/hold.xhtml**");
            assertThat(page.evaluate("document.activeElement.className"))
                    .asString()
                    .contains("notice");
            browser.assertAccessible();
            Keyboard.press(page, "#release");
            page.getByText("er opphevet.").first().waitFor();
            assertThat(page.locator("#release").count()).isZero();
            browser.assertAccessible();
        });
    }

    @Test
    @DisplayName("anonymised material is put forward, fetched by another, and released")
    void material(@TempDir Path folder) {
        Story story = Story.begin();
        Path file = new SmallFiles(folder).text("funn.txt", "En av dem sa at den første uken var verst.");
        String[] address = new String[1];
        Keyboard.walk("ingrid", "/document/materials.xhtml?project=" + story.project(), (browser, page) -> {
            tickAll(page);
            Keyboard.press(page, "#begin");
            page.waitForURL("**/document/material.xhtml**");
            address[0] = Hands.path(page);
            Keyboard.to(page, "#upload-file");
            // The dialogue that a key opens here is the system's own.
            page.locator("#upload-file").setInputFiles(file);
            Keyboard.press(page, "[data-part=send]");
            page.getByText("En annen i prosjektet må se på det").waitFor();
        });
        Keyboard.walk(story.newcomer(), "/index.xhtml", (browser, page) -> {
            Keyboard.press(page, "a[href='" + address[0] + "']");
            page.waitForURL("**" + address[0]);
            page.keyboard().press("Tab");
            Keyboard.to(page, "#fetch");
            assertThat(page.waitForDownload(() -> page.keyboard().press("Enter"))
                            .path())
                    .isNotEmptyFile();
            Keyboard.press(page, "#hasRead");
            page.waitForSelector("#release");
            page.keyboard().press("Tab");
            tickAll(page);
            Keyboard.press(page, "#release");
            Hands.notice(page, "Materialet er frigitt");
            assertThat(page.evaluate("document.activeElement.className"))
                    .asString()
                    .contains("notice");
        });
    }

    private static void tickAll(Page page) {
        for (int question = 0; question < 4; question++) {
            Keyboard.choose(page, "[id='checks-list:" + question + ":c']");
        }
    }
}
