package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Eventually;
import no.tillit.system.Story;
import no.tillit.testing.scans.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Signed forms come back as scans")
class ScanPagesTest {
    private static Story story;
    private static String version = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void aVersionToSign() {
        story = Story.begin();
        version = story.publishedVersion();
    }

    private static List<BufferedImage> sheets(byte[] form) {
        List<BufferedImage> sheets = new ArrayList<>();
        for (int page = 1; page <= Sheet.pages(form); page++) {
            sheets.add(Sheet.scanned(form, page, 150));
        }
        return sheets;
    }

    private Path batch(String name, byte[]... forms) throws IOException {
        List<BufferedImage> all = new ArrayList<>();
        for (byte[] form : forms) {
            all.addAll(sheets(form));
        }
        return Files.write(folder.resolve(name), Sheet.pdf("", all.toArray(BufferedImage[]::new)));
    }

    /** The first page's picture has come, and is one that can be read. */
    private static void pictureIsShown(Page page) {
        Eventually.within(
                Duration.ofSeconds(20),
                () -> page.evaluate("document.querySelector('img.scan')?.naturalWidth > 1000"),
                Boolean.TRUE::equals);
    }

    private static String pseudonym(String participant) {
        return Api.as("ingrid", "research")
                .get("/participants/" + participant)
                .then()
                .statusCode(200)
                .extract()
                .path("pseudonym");
    }

    @Test
    @DisplayName(
            "a batch is sent, read, matched with the pages beside the questions, and checked by the pages by somebody"
                    + " else")
    void throughTheDay() throws IOException {
        String kari = story.participant();
        String ola = story.participant();
        Path batch = batch("mandag.pdf", story.printed(kari, version), story.printed(ola, version));
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            page.setViewportSize(1280, 900);
            browser.go("/scan/scans.xhtml?project=" + story.project()).assertAccessible();
            assertThat(page.locator("main").innerText()).contains("Ingen skannede skjemaer venter");
            Hands.upload(page, batch);
            page.waitForURL("**/scan/scans.xhtml?project=*");
            browser.screenshot("scans-reading");
            page.locator("a:has-text('Les og registrer')")
                    .nth(1)
                    .waitFor(new Locator.WaitForOptions().setTimeout(90_000));
            browser.assertAccessible().screenshot("scans");
            assertThat(page.locator("main").innerText())
                    .contains(pseudonym(kari), pseudonym(ola), "Klart til å registreres");
            page.locator("li", new Page.LocatorOptions().setHasText(pseudonym(kari)))
                    .locator("a:has-text('Les og registrer')")
                    .click();
            assertThat(page.locator("h1").innerText()).contains("Registrer fra skannet skjema");
            pictureShown(page);
            browser.assertAccessible().screenshot("scan-match");
            page.click("#save");
            assertThat(page.locator("#feil, .ds-error-summary").first().innerText())
                    .isNotEmpty();
            for (int i = 0; i < 3; i++) {
                page.locator("[id^='questions:" + i + ":said:']").first().check();
            }
            page.fill("#signedOn", Story.today().toString());
            page.click("#save");
            Hands.notice(page, "er registrert med skjemaet som bevis");
            page.setViewportSize(320, 900);
            browser.assertAccessible();
            assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    .isEqualTo(false);
        }
        String consent = Api.as("ingrid", "research")
                .get("/participants/" + kari + "/consents")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].evidence", notNullValue())
                .extract()
                .path("[0].id");
        try (Browser browser = Browser.open("nb").logIn("jonas")) {
            Page page = browser.page();
            browser.go("/consent/check.xhtml?id=" + consent).assertAccessible();
            pictureShown(page);
            browser.screenshot("scan-check");
            for (int i = 0; i < 4; i++) {
                page.locator("[id^='questions:" + i + ":answer:']").first().check();
            }
            page.click("#save");
            Hands.notice(page, "");
        }
    }

    private static void pictureShown(Page page) {
        Eventually.within(
                Duration.ofSeconds(30),
                () -> page.locator("img.scan").first().evaluate("i => i.complete && i.naturalWidth > 1000"),
                Boolean.TRUE::equals);
    }

    @Test
    @DisplayName("a page without a code that lies on its side is shown upright once a program has looked at it")
    void onItsSide() {
        Story other = Story.begin();
        String form = "li:has-text('Ingen kode kunne leses') a";
        other.scanned("side.png", Sheet.file(Sheet.onItsSide(Sheet.written("", 150, "Oslo, 1.3.2026")), "png"));
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/scan/scans.xhtml?project=" + other.project());
            page.locator(form).first().click();
            page.waitForURL("**/scan/match.xhtml?id=*");
            Eventually.within(
                    Duration.ofSeconds(120),
                    () -> {
                        page.reload();
                        return page.locator("svg.scan").count();
                    },
                    Integer.valueOf(1)::equals);
            var shown = page.locator("svg.scan").boundingBox();
            assertThat(shown.height).isGreaterThan(shown.width);
            browser.assertAccessible().screenshot("scan-on-its-side");
        }
    }

    @Test
    @DisplayName(
            "with the keyboard alone: a form without a code is named by the number on it, recorded, and another thrown"
                    + " away")
    void byHandAndKeyboard() throws IOException {
        Story other = Story.begin();
        String signed = other.publishedVersion();
        String kari = other.participant();
        byte[] form = other.printed(kari, signed);
        String number = Sheet.number(form);
        Files.write(folder.resolve("uten-kode.png"), Sheet.file(Sheet.with("", 150), "png"));
        other.scanned("uten-kode.png", Files.readAllBytes(folder.resolve("uten-kode.png")));
        other.scanned("annet.png", Sheet.file(Sheet.with("https://example.no", 150), "png"));
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/scan/scans.xhtml?project=" + other.project()).assertAccessible();
            assertThat(page.locator("main").innerText())
                    .contains("Ingen kode kunne leses", "Koden er ikke fra Tillit", "Ukjent person");
            page.locator("li", new Page.LocatorOptions().setHasText("Ingen kode kunne leses"))
                    .locator("a")
                    .focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/scan/match.xhtml?id=*");
            browser.assertAccessible().screenshot("scan-by-hand");
            page.locator("#number").focus();
            page.keyboard().type(number.toLowerCase(Locale.ROOT).replace("-", " "));
            page.keyboard().press("Enter");
            Hands.notice(page, "Nummeret hører til");
            assertThat(page.locator("main").innerText()).contains(pseudonym(kari));
            page.locator("summary:has-text('Kast dette')").focus();
            page.keyboard().press("Enter");
            page.locator("#throwAll").focus();
            page.keyboard().press("Enter");
            Hands.notice(page, "Ingen samtykker er endret");
        }
        Api.as("ingrid", "research")
                .get("/participants/" + kari + "/consents")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        Api.as("ingrid", "research")
                .get("/projects/" + other.project() + "/scanned-forms/counts")
                .then()
                .statusCode(200)
                .body("byHand", equalTo(1));
    }

    @Test
    @DisplayName("consents from before are tried and taken in from a list, row by row")
    void list() {
        String kari = story.participant();
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/scan/import.xhtml?project=" + story.project()).assertAccessible();
            page.fill(
                    "#csv",
                    "participant;signed;language;form;interview\n" + pseudonym(kari) + ";"
                            + Story.today().minusDays(20) + ";nb;Gammelt skjema;ja\nD-9999-9;2026-01-01;nb;x;ja\n");
            page.click("#try");
            page.locator("#report").waitFor();
            assertThat(page.locator("#report").innerText()).contains("Klar", "Avvist", "Ingenting er lagret");
            browser.assertAccessible().screenshot("consent-import");
            page.click("#run");
            page.locator("#report:has-text('Registrert')").waitFor();
        }
        Api.as("ingrid", "research")
                .get("/participants/" + kari + "/consents")
                .then()
                .statusCode(200)
                .body("", hasSize(1));
    }
}
