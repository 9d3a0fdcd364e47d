package no.tillit.system.erasure;

import static no.tillit.system.Story.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Eventually;
import no.tillit.system.Story;
import no.tillit.testing.scans.Sheet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A consent")
class ConsentFromDraftToErasureTest {
    private static final String SAID = "Intervjuer: Hva hjalp?\nDeltaker: At noen tok telefonen den morgenen.\n";

    private final Story story = Story.begin();
    private final String kari = story.participant();

    @Test
    @DisplayName(
            "goes from the draft over paper, scan, check, use, withdrawal of a part and asking again to the certificate")
    void wholeWay() throws IOException {
        String version = draftedAndPublished();
        byte[] form = story.printed(kari, version);
        scanned(form);
        String first = matched();
        checked(first);

        String interview = interview();
        String transcript = upload(interview, "transcript", "samtale.txt", "text/plain", SAID.getBytes("UTF-8"));
        String recording = upload(interview, "audio-recording", "opptak.wav", "audio/wav", Silence.wav());
        content(transcript, 200);
        content(recording, 200);

        partlyWithdrawn();
        content(transcript, 200);
        content(recording, 409);

        askedAgain(version);
        content(transcript, 200);
        content(recording, 409);

        withdrawn();
        content(transcript, 409);
        erased(transcript, recording);
    }

    /** Solveig writes it, and somebody else reads and publishes it. */
    private String draftedAndPublished() {
        String draft = story.templateDraft();
        Api.as("solveig")
                .get("/consent-template-versions/" + draft + "/check")
                .then()
                .statusCode(200)
                .body("kind", everyItem(equalTo("gap-left")));
        Api.as("ingrid", "research")
                .body(Map.of("version", draft, "language", "nb", "largePrint", false))
                .post("/participants/" + kari + "/consent-forms")
                .then()
                .statusCode(409);
        story.fill(draft, Map.of());
        Api.as("solveig")
                .body(Map.of("revision", 2))
                .post("/consent-template-versions/" + draft + "/publication")
                .then()
                .statusCode(409)
                .body("type", containsString("second-reader-needed"));
        story.publish(draft);
        return draft;
    }

    private void scanned(byte[] form) {
        BufferedImage[] sheets = IntStream.rangeClosed(1, Sheet.pages(form))
                .mapToObj(page -> Sheet.scanned(form, page, 150))
                .toArray(BufferedImage[]::new);
        story.scanned("skjema.pdf", Sheet.pdf("", sheets));
    }

    /** Ingrid reads the scan beside the questions: yes to all. */
    private String matched() {
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/scan/scans.xhtml?project=" + story.project());
            page.locator("a:has-text('Les og registrer')").first().click();
            page.waitForURL("**/scan/match.xhtml?id=*");
            Locator yes = page.locator("[id^='questions:'][id$=':said:0']");
            for (int i = 0; i < yes.count(); i++) {
                yes.nth(i).check();
            }
            page.fill("#signedOn", today().toString());
            page.click("#save");
            page.locator(".notice").waitFor();
        }
        return Api.as("ingrid", "research")
                .get("/participants/" + kari + "/consents")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].state", equalTo("given"))
                .body("[0].evidence", notNullValue())
                .extract()
                .path("[0].id");
    }

    /** Jonas compares it with the picture, with the keyboard alone; who recorded it may not. */
    private static void checked(String consent) {
        try (Browser browser = Browser.open("nb").logIn("jonas")) {
            Page page = browser.page();
            browser.go("/consent/check.xhtml?id=" + consent);
            Eventually.within(
                    Duration.ofSeconds(30),
                    () -> page.locator("img.scan").first().evaluate("i => i.complete && i.naturalWidth > 1000"),
                    Boolean.TRUE::equals);
            for (int i = 0; i < 4; i++) {
                browser.tabTo("questions:" + i + ":answer:0");
                page.keyboard().press("Space");
            }
            browser.press("save");
            page.locator(".notice").waitFor();
        }
        Api.as("ingrid", "research")
                .get("/consents/" + consent)
                .then()
                .statusCode(200)
                .body("verdict.by", equalTo("jonas"));
    }

    private String interview() {
        return Api.as("ingrid", "research")
                .body(Map.of(
                        "kind",
                        "individual",
                        "heldOn",
                        today().toString(),
                        "participants",
                        List.of(kari),
                        "minutes",
                        45,
                        "recorded",
                        true))
                .post("/projects/" + story.project() + "/interviews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String upload(String interview, String type, String name, String mediaType, byte[] content) {
        return Api.as("ingrid", "research")
                .contentType(mediaType)
                .header("Tillit-Filename", name)
                .body(content)
                .post("/interviews/" + interview + "/documents?type=" + type)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void content(String document, int status) {
        Api.as("ingrid", "research")
                .get("/documents/" + document + "/content")
                .then()
                .statusCode(status);
    }

    /** The recording goes, what was written down stays, and the person gets paper that says so. */
    private void partlyWithdrawn() throws IOException {
        Api.as("jonas", "follow-up")
                .get("/participants/" + kari + "/withdrawal/preview?item=audio-recording")
                .then()
                .statusCode(200)
                .body("whole", equalTo(false))
                .body("goes.kind", hasItem("audio-recording"))
                .body("stays.kind", hasItem("transcript"));
        Api.as("ingrid", "research")
                .body(Map.of("items", List.of("audio-recording")))
                .post("/participants/" + kari + "/withdrawal")
                .then()
                .statusCode(200);
        byte[] receipt = Api.as("ingrid", "research")
                .accept("application/pdf")
                .get("/participants/" + kari + "/withdrawal/receipt")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(text(receipt)).contains("Lydopptak").doesNotContain(kari);
    }

    /** A second version asks everybody; Kari says yes to all of it, which opens nothing that was collected before. */
    private void askedAgain(String version) {
        String template =
                Api.as("solveig").get("/consent-template-versions/" + version).path("template");
        String second = Api.as("solveig")
                .post("/consent-templates/" + template + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("version.id");
        story.fill(second, Map.of("reAsk", Map.of("whom", "everyone")));
        story.publish(second);
        String list = "/projects/" + story.project() + "/consent-templates/asked-again";
        Api.as("ingrid", "research").get(list).then().statusCode(200).body("items.participant", hasItem(kari));
        Map<String, Boolean> answers = new java.util.TreeMap<>();
        Api.as("ingrid")
                .get("/consent-template-versions/" + second)
                .jsonPath()
                .<Map<String, Object>>getList("content.modules.items.flatten()")
                .forEach(item -> answers.put(String.valueOf(item.get("kind")), true));
        Api.as("ingrid", "research")
                .body(Map.of(
                        "version",
                        second,
                        "signedOn",
                        today().toString(),
                        "language",
                        "nb",
                        "answers",
                        answers,
                        "formNumber",
                        Sheet.number(story.printed(kari, second))))
                .post("/participants/" + kari + "/consents")
                .then()
                .statusCode(201)
                .body("version", equalTo(second));
        Api.as("ingrid", "research").get(list).then().statusCode(200).body("items", empty());
    }

    /** Everything is chosen beforehand: one key on the person's page, one here. */
    private void withdrawn() {
        try (Browser browser = Browser.open("nb").logIn("ingrid")) {
            Page page = browser.page();
            browser.go("/participant/participant.xhtml?id=" + kari);
            page.locator("a[href^='/consent/withdraw.xhtml']").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/consent/withdraw.xhtml?id=*");
            browser.press("save");
            page.waitForURL("**/participant/participant.xhtml?id=*");
        }
        Api.as("ingrid", "research")
                .get("/participants/" + kari + "/consents")
                .then()
                .statusCode(200)
                .body("state", everyItem(equalTo("withdrawn")));
    }

    /** The system has proposed it, marit looks at it, henrik approves, and the certificate names nobody. */
    private void erased(String transcript, String recording) throws IOException {
        JsonPath preview = Deletions.propose("marit", story.project(), kari, "withdrawal")
                .statusCode(201)
                .body("job.proposedBy", equalTo("system"))
                .body("keys", equalTo(1))
                .extract()
                .jsonPath();
        String job = preview.getString("id");
        Deletions.approve("henrik", job, preview.getInt("version")).statusCode(200);
        Deletions.awaitState(job, "completed");
        content(transcript, 404);
        content(recording, 404);
        assertThat(Traces.ofId(kari)).isSubsetOf(Traces.OF_SOMEBODY_ERASED);
        assertThat(text(Deletions.certificate(job)))
                .contains("Slettebekreftelse", "marit", "henrik")
                .doesNotContain(kari, "samtale.txt");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
