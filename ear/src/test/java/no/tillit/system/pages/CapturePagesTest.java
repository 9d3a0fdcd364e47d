package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import no.tillit.testing.files.SampleFiles;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A consent that is not on paper, in the browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapturePagesTest {
    private final Story story = Story.begin();
    private String version = "";

    @BeforeAll
    void publish() {
        version = story.templateDraft();
        String read = Api.as("solveig")
                .get("/consent-template-versions/" + version)
                .then()
                .extract()
                .asString();
        Map<String, Object> content =
                JsonPath.from(read.replaceAll("\\[[^\\]\"{}]+\\]", "noe")).getMap("content");
        Api.as("solveig")
                .body(Map.of("revision", 1, "content", content))
                .put("/consent-template-versions/" + version)
                .then()
                .statusCode(200);
        Api.as("marit")
                .body(Map.of("revision", 2))
                .post("/consent-template-versions/" + version + "/publication")
                .then()
                .statusCode(200);
    }

    private String screen(String participant) {
        return "/consent/on-screen.xhtml?id=" + participant + "&version=" + version;
    }

    private static void answer(Page page, boolean yes) {
        page.locator("[data-step=question]:not([hidden]) input[type=radio]")
                .nth(yes ? 0 : 1)
                .check();
        page.click("#next");
    }

    private static void draw(Page page) {
        page.locator("#ink").scrollIntoViewIfNeeded();
        BoundingBox box = page.locator("#ink").boundingBox();
        page.mouse().move(box.x + 40, box.y + 60);
        page.mouse().down();
        for (int i = 0; i < 14; i++) {
            page.mouse().move(box.x + 40 + i * 18, box.y + 60 + (i % 2 == 0 ? 40 : -20));
        }
        page.mouse().up();
    }

    private void assertGiven(String participant, String method, boolean recording) {
        Api.as("ingrid", "research")
                .get("/participants/" + participant + "/consents")
                .then()
                .statusCode(200)
                .body("", Matchers.hasSize(1))
                .body("[0].method", Matchers.equalTo(method))
                .body("[0].version", Matchers.equalTo(version))
                .body(
                        "[0].items.find { it.item == 'audio-recording' }.state",
                        Matchers.equalTo(recording ? "given" : "refused"));
    }

    @Test
    @DisplayName("on screen each step is read aloud by the browser when somebody asks for it")
    void readAloud() {
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            page.addInitScript(
                    "window.said = []; SpeechSynthesis.prototype.speak = u => said.push(u.lang + ' ' + u.text)");
            browser.go("/consent/on-screen.xhtml?id=" + story.participant());
            page.selectOption("#version", version);
            page.click("text=Begynn");
            page.click("#next");
            String asked =
                    page.locator("[data-step]:visible [data-speak]").first().innerText();
            page.click("#listen");
            assertThat(page.evaluate("said.join('\\n').replace(/\\s+/g, ' ')"))
                    .asString()
                    .startsWith("nb-NO ")
                    .contains(asked.replaceAll("\\s+", " ").strip());
        }
    }

    @Test
    @DisplayName("on screen: one item at a time, a summary that can be changed, signed with the mouse, sealed and kept")
    void onScreen() {
        String participant = story.participant();
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/consent/on-screen.xhtml?id=" + participant).assertAccessible();
            page.selectOption("#version", version);
            page.click("text=Begynn");
            browser.assertAccessible();
            browser.screenshot("consent-screen-letter");
            assertThat(page.locator("#progress").innerText()).isEqualTo("Steg 1 av 6");
            page.click("#next");
            page.click("#next");
            assertThat(page.locator("[data-error]:visible").innerText())
                    .isEqualTo("Velg ja eller nei før du går videre.");
            browser.assertAccessible();
            browser.screenshot("consent-screen-item");
            answer(page, true);
            answer(page, true);
            answer(page, false);
            browser.assertAccessible();
            browser.screenshot("consent-screen-summary");
            assertThat(page.locator("#summary dt").count()).isEqualTo(3);
            page.locator("#summary button").nth(1).click();
            page.locator("[data-step=question]:not([hidden]) input[type=radio]")
                    .nth(1)
                    .check();
            page.click("#next");
            page.click("#next");
            assertThat(page.locator("#summary dd").nth(1).innerText()).startsWith("Nei");
            page.click("#next");
            browser.assertAccessible();
            page.click("#save");
            assertThat(page.locator("main").innerText()).contains("Skriv under i feltet");
            browser.assertAccessible();
            draw(page);
            browser.screenshot("consent-screen-sign");
            page.click("#save");
            page.waitForURL("**/consent/captured.xhtml**");
            browser.assertAccessible();
            browser.screenshot("consent-screen-done");
            assertThat(page.locator("h1").innerText()).contains("Takk");
            page.click("text=Gi skjermen tilbake");
            assertThat(page.locator("main").innerText()).contains("Signert på skjerm");
        }
        assertGiven(participant, "screen", false);
        String consent = Api.as("ingrid", "research")
                .get("/participants/" + participant + "/consents")
                .path("[0].id");
        Api.as("ingrid", "research")
                .get("/consents/" + consent + "/capture")
                .then()
                .statusCode(200)
                .body("signature", Matchers.equalTo("drawn"))
                .body("sha256", Matchers.hasLength(64));
    }

    @Test
    @DisplayName(
            "on screen with the keyboard alone, in English, on a small screen: signed without drawing, with a witness")
    void keyboard() {
        String participant = story.participant();
        try (Browser browser = Browser.open("en").logIn("ingrid")) {
            Page page = browser.page();
            page.setViewportSize(320, 800);
            browser.go("/language?to=en&back=/index.xhtml");
            browser.go(screen(participant));
            assertThat(page.locator("h1").innerText()).isEqualTo("What do you say yes to?");
            browser.press("next");
            for (int i = 0; i < 3; i++) {
                browser.tabTo("questions:" + i + ":said:0");
                page.keyboard().press("Space");
                browser.press("next");
            }
            browser.press("next");
            browser.tabTo("signing:0");
            page.keyboard().press("ArrowDown");
            browser.tabTo("word");
            page.keyboard().type("I sign");
            browser.tabTo("present");
            page.keyboard().type("Interpreter");
            browser.assertAccessible();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
            browser.screenshot("consent-screen-keyboard-320");
            browser.press("save");
            page.waitForURL("**/consent/captured.xhtml**");
        }
        assertGiven(participant, "screen", true);
    }

    @Test
    @DisplayName("leaving half-way keeps nothing, a double click keeps one, and without JavaScript it says what to do")
    void halfWayAndTwice() {
        String participant = story.participant();
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go(screen(participant));
            page.click("#next");
            answer(page, true);
            page.click("text=Avbryt");
            assertThat(page.url()).contains("/participant/participant.xhtml");
            Api.as("ingrid", "research")
                    .get("/participants/" + participant + "/consents")
                    .then()
                    .body("", Matchers.hasSize(0));
            browser.go(screen(participant));
            page.click("#next");
            answer(page, true);
            answer(page, true);
            answer(page, true);
            page.click("#next");
            draw(page);
            page.locator("#save").dblclick();
            page.waitForURL("**/consent/captured.xhtml**");
            try (BrowserContext without = page.context()
                    .browser()
                    .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                            .setJavaScriptEnabled(false)
                            .setStorageState(page.context().storageState()))) {
                Page bare = without.newPage();
                bare.navigate(page.url().replaceAll("/consent/.*", "") + screen(participant));
                assertThat(bare.locator("noscript").textContent()).contains("Skriv ut brev og skjema");
                assertThat(bare.locator("#form").isHidden()).isTrue();
            }
        }
        assertGiven(participant, "screen", true);
    }

    @Test
    @DisplayName(
            "spoken and on behalf: who was present, which recording, why; with the keyboard alone, shown in the time line")
    void spokenAndOnBehalf(@TempDir Path folder) throws IOException {
        String speaks = story.participant();
        String decides = story.participant();
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/consent/capture.xhtml?id=" + speaks).assertAccessible();
            page.selectOption("#version", version);
            page.click("text=Begynn");
            browser.assertAccessible();
            fill(browser);
            browser.tabTo("recording");
            page.keyboard().type("Opptak 12, 0:00");
            browser.tabTo("present");
            page.keyboard().type("Ingrid");
            browser.screenshot("consent-spoken");
            browser.press("save");
            page.waitForURL("**/consent/evidence.xhtml**");
            Hands.upload(page, Files.write(folder.resolve("klipp.ogg"), SampleFiles.bytes("ogg")));
            browser.go("/participant/participant.xhtml?id=" + speaks).assertAccessible();
            assertThat(page.locator(".tl").innerText()).contains("muntlig");

            browser.go("/consent/capture.xhtml?way=on-behalf&in=nn&id=" + decides + "&version=" + version)
                    .assertAccessible();
            fill(browser);
            browser.press("save");
            page.waitForSelector("#reason-error");
            browser.assertAccessible();
            browser.tabTo("reason");
            page.keyboard().type("Ser ikke skjermen");
            browser.tabTo("present");
            page.keyboard().type("Støttekontakt");
            browser.screenshot("consent-on-behalf");
            browser.press("save");
            page.waitForURL("**/consent/captured.xhtml**");
        }
        assertGiven(speaks, "spoken", true);
        String clip = Api.as("ingrid", "research")
                .get("/participants/" + speaks + "/consents")
                .path("[0].evidence");
        assertThat(Api.as("ingrid", "research")
                        .get("/documents/" + clip + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(SampleFiles.bytes("ogg"));
        assertGiven(decides, "on-behalf", true);
    }

    private static void fill(Browser browser) {
        for (int i = 0; i < 3; i++) {
            browser.tabTo("questions:" + i + ":said:0");
            browser.page().keyboard().press("Space");
        }
    }
}
