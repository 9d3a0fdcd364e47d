package no.tillit.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Logging in")
class LoginTest {

    @Test
    @DisplayName("the start page asks for a login and then opens")
    void opensAfterLogin() {
        try (Browser browser = Browser.open()) {
            browser.logIn("ingrid");
            assertThat(browser.page().locator("h1").count()).isEqualTo(1);
            browser.assertAccessible().screenshot("start-ingrid");
            assertThat(browser.cookies())
                    .filteredOn(cookie -> cookie.name.equals("JSESSIONID"))
                    .allSatisfy(cookie -> assertThat(cookie.httpOnly).isTrue());
        }
    }

    @Test
    @DisplayName("the login page is accessible")
    void accessibleLogin() {
        try (Browser browser = Browser.open()) {
            browser.go("/").screenshot("login");
            browser.assertAccessible();
        }
    }

    @Test
    @DisplayName("a call without a token is refused")
    void refusesWithoutToken() {
        Api.anonymous().get("/projects").then().statusCode(401);
    }

    @Test
    @DisplayName("a call with a token is answered")
    void answersWithToken() {
        Api.as("solveig", "project-administration").get("/projects").then().statusCode(200);
    }

    @Test
    @DisplayName("a form that is larger than any of ours is refused before it is read")
    void refusesLargeForm() {
        try (Browser browser = Browser.open()) {
            browser.logIn("ingrid");
            int status = browser.page()
                    .request()
                    .post(
                            "/index.xhtml",
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                    .setData("a=" + "b".repeat(3_000_000)))
                    .status();
            assertThat(status).isEqualTo(413);
        }
    }
}
