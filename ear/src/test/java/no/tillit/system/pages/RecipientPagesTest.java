package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever a plan was shared with")
class RecipientPagesTest {
    private final Story story = Story.begin();

    /** A participant of jonas who has agreed to sharing with everybody the form names. */
    private String shared() {
        String version = Api.as("solveig")
                .body(Map.of("readyMade", "plan-sharing", "name", "Deling " + UUID.randomUUID()))
                .post("/projects/" + story.project() + "/consent-templates")
                .then()
                .statusCode(201)
                .extract()
                .path("version.id");
        String read = Api.as("solveig")
                .get("/consent-template-versions/" + version)
                .then()
                .extract()
                .asString();
        JsonPath filled = JsonPath.from(read.replaceAll("\\[[^\\]\"{}]+\\]", "Boligkontoret"));
        Api.as("solveig")
                .body(Map.of("revision", 1, "content", filled.getMap("content")))
                .put("/consent-template-versions/" + version)
                .then()
                .statusCode(200);
        Api.as("marit")
                .body(Map.of("revision", 2))
                .post("/consent-template-versions/" + version + "/publication")
                .then()
                .statusCode(200);
        String participant = story.participant("jonas", "follow-up", 1);
        Map<String, Boolean> answers = new HashMap<>();
        codes(filled).forEach(code -> answers.put(code, true));
        Api.as("jonas", "follow-up")
                .body(Map.of(
                        "method",
                        "on-behalf",
                        "version",
                        version,
                        "signedOn",
                        Story.today().toString(),
                        "language",
                        "nb",
                        "answers",
                        answers,
                        "present",
                        "Støttekontakt",
                        "reason",
                        "Leser ikke"))
                .post("/participants/" + participant + "/consents/captures")
                .then()
                .statusCode(201)
                .body("method", Matchers.equalTo("on-behalf"))
                .body("evidence", Matchers.notNullValue());
        return participant;
    }

    private static List<String> codes(JsonPath filled) {
        List<Map<String, Object>> items = filled.getList("content.modules.items.flatten()");
        return items.stream().map(RecipientPagesTest::code).toList();
    }

    private static String code(Map<String, Object> item) {
        String area = item.get("area") == null ? "" : "/" + item.get("area");
        String with = item.get("counterpart") == null
                ? ""
                : "/" + item.get("counterpart").toString().toLowerCase(java.util.Locale.ROOT);
        return item.get("kind") + area + with;
    }

    @Test
    @DisplayName("is named before the withdrawal, waits to be told after it, and is confirmed by somebody")
    void told() throws IOException {
        String participant = shared();
        try (Browser browser = Browser.open("nb").logIn("jonas")) {
            Page page = browser.page();
            browser.go("/consent/withdraw.xhtml?id=" + participant).assertAccessible();
            assertThat(page.locator("main").innerText()).contains("Disse må få beskjed", "Boligkontoret");
            browser.screenshot("withdraw-recipients");
            page.click("#save");
            browser.go("/consent/notices.xhtml?project=" + story.project()).assertAccessible();
            browser.screenshot("recipients");
            int waiting = page.locator("main .list > li").count();
            assertThat(waiting).isPositive();
            page.locator("input[value='Har fått beskjed']").first().click();
            assertThat(page.locator("main").innerText()).contains("Bekreftet: Boligkontoret har fått beskjed");
            assertThat(page.locator("main .list > li").count()).isEqualTo(waiting - 1);
            browser.assertAccessible();

            browser.go("/consent/board.xhtml?project=" + story.project()).assertAccessible();
            Download forms = page.waitForDownload(() -> page.click("text=Last ned alle skjemaer"));
            assertThat(Files.readString(forms.path()))
                    .startsWith("pseudonym;consent;item;code;answer")
                    .contains("on-behalf", "withdrawn", "share-plan/housing/boligkontoret");
            browser.go("/participant/participant.xhtml?id=" + participant);
            page.locator("a", new Page.LocatorOptions().setHasText("Kvittering"))
                    .first()
                    .click();
            browser.assertAccessible();
            page.click("text=For datasystemer");
            Download receipt = page.waitForDownload(() -> page.click("text=JSON-LD"));
            assertThat(Files.readString(receipt.path())).contains("dpv:ConsentWithdrawn", "Boligkontoret");
            Download fhir = page.waitForDownload(() -> page.click("text=FHIR"));
            assertThat(Files.readString(fhir.path())).contains("\"resourceType\": \"Consent\"", "inactive");
        }
        Api.as("jonas", "follow-up")
                .get("/projects/" + story.project() + "/consents/forms")
                .then()
                .statusCode(200)
                .body("lines.size()", Matchers.greaterThan(2))
                .body("lines[0].method", Matchers.equalTo("on-behalf"));
    }
}
