package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import no.tillit.system.Browser;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the pages must not allow")
class ClosedDoorsTest {
    @Test
    @DisplayName("another project's pages look as if they did not exist")
    void otherProject() {
        Story story = Story.begin();
        String participant = story.participant();
        try (Browser oyvind = Browser.open().logIn("oyvind")) {
            for (String path : new String[] {
                "/participant/participant.xhtml?id=" + participant,
                "/participant/contact.xhtml?id=" + participant,
                "/consent/record-consent.xhtml?id=" + participant,
                "/consent/held.xhtml?id=" + participant,
                "/consent/withdraw.xhtml?id=" + participant,
                "/project/project.xhtml?id=" + story.project(),
                "/project/members.xhtml?id=" + story.project(),
                "/participant/participant.xhtml?id=no-id",
                "/participant/participant.xhtml"
            }) {
                Response response = oyvind.page().navigate(path);
                assertThat(response.status()).as(path).isEqualTo(404);
                assertThat(oyvind.page().locator("h1").innerText()).isEqualTo("Vi finner ikke siden");
            }
        }
    }

    @Test
    @DisplayName("pages run no script but ours, stand in no frame and are not kept")
    void headers() {
        try (Browser browser = Browser.open().logIn("ingrid")) {
            Map<String, String> headers =
                    browser.page().navigate("/index.xhtml").headers();
            assertThat(headers.get("content-security-policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("cache-control", "no-store");
        }
    }

    @Test
    @DisplayName("an upload from anywhere but our page is refused")
    void forgedUpload() {
        Story story = Story.begin();
        String participant = story.participant();
        try (Browser jonas = Browser.open().logIn("jonas")) {
            APIResponse answer = jonas.page()
                    .request()
                    .post(
                            "/upload?kind=participant&type=CASE_DOCUMENT&owner=" + participant,
                            RequestOptions.create()
                                    .setHeader("X-Tillit-Filename", "a.txt")
                                    .setData("tekst"));
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("a form post without the page's own state changes nothing")
    void forgedPost() {
        Story story = Story.begin();
        try (Browser solveig = Browser.open().logIn("solveig")) {
            String members = "/project/members.xhtml?id=" + story.project();
            solveig.page()
                    .request()
                    .post(
                            members,
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("form", "form")
                                            .set("username", "mallory")
                                            .set("role", "RESEARCHER")
                                            .set("save", "save")));
            solveig.go(members);
            assertThat(solveig.page().locator("main").innerText()).doesNotContain("mallory");
        }
    }

    @Test
    @DisplayName("markup and expressions in a name are shown as they were typed")
    void namesAreText() {
        String name = "<img src=x onerror=alert(1)> #{visitor.username} ${7*7}";
        try (Browser solveig = Browser.open().logIn("solveig")) {
            Page page = solveig.page();
            page.onDialog(dialog -> {
                throw new AssertionError("a script ran");
            });
            var approval = Story.approval();
            approval.put("purpose", name);
            Story story = Story.begin(approval);
            solveig.go("/project/project.xhtml?id=" + story.project());
            assertThat(page.locator("main").innerText()).contains(name);
            assertThat(page.locator("main img").count()).isZero();
        }
    }

    @Test
    @DisplayName("logging out ends both sessions: coming back asks for the password")
    void logOut() {
        try (Browser browser = Browser.open().logIn("ingrid")) {
            Page page = browser.page();
            page.getByText("Logg ut").click();
            page.waitForURL("**/logged-out.xhtml");
            assertThat(page.locator("h1").innerText()).isEqualTo("Du er logget ut");
            browser.assertAccessible();
            page.navigate("/index.xhtml");
            assertThat(page.url()).startsWith(Stack.get().realm());
            assertThat(page.locator("#password").count()).isEqualTo(1);
        }
    }
}
