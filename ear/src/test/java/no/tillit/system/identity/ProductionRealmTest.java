package no.tillit.system.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.tillit.system.Browser;
import no.tillit.system.Keycloak;
import no.tillit.system.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The realm that an organisation imports")
class ProductionRealmTest {
    private static final String REALM = "production-trial";
    private static final String PASSWORD = "et langt passord 1";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @BeforeAll
    static void importRealm() throws IOException {
        String realm = Files.readString(
                        Path.of(System.getProperty("tillit.distribution")).resolve("keycloak/tillit-realm.json"))
                .replace("\"realm\": \"tillit\"", "\"realm\": \"" + REALM + "\"")
                .replace("${TILLIT_OIDC_PAGES_SECRET}", "x".repeat(32))
                .replace("${TILLIT_PUBLIC_URL}", Stack.get().pages());
        Keycloak.master().delete("/realms/" + REALM);
        Keycloak.master().body(realm).post("/realms").then().statusCode(201);
        Keycloak.master()
                .body(Map.of(
                        "username", "anna",
                        "enabled", true,
                        "emailVerified", true,
                        "firstName", "Anna",
                        "lastName", "Prøve",
                        "email", "anna@example.org",
                        "credentials", List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))))
                .post("/realms/" + REALM + "/users")
                .then()
                .statusCode(201);
    }

    @AfterAll
    static void removeRealm() {
        Keycloak.master().delete("/realms/" + REALM).then().statusCode(204);
    }

    private static String endpoint(String name) {
        return Keycloak.base() + "/realms/" + REALM + "/protocol/openid-connect/" + name;
    }

    @Test
    @DisplayName("lets nobody in with a password alone: whoever has no second factor sets one up first")
    void secondFactor() {
        try (Browser browser = Browser.open("nb")) {
            Page page = browser.page();
            page.navigate(endpoint("auth") + "?client_id=tillit-pages&response_type=code&scope=openid&redirect_uri="
                    + Stack.get().pages() + "/&code_challenge_method=S256&code_challenge=" + CHALLENGE);
            page.locator("#username").fill("anna");
            page.locator("#password").fill(PASSWORD);
            page.locator("#kc-login").click();
            page.locator("input[name=totp]").waitFor();
            assertThat(page.url()).startsWith(Keycloak.base());
            browser.screenshot("second-factor");
        }
    }

    @Test
    @DisplayName("has no way in for scripts until somebody switches it on")
    void noScripts() {
        RestAssured.given()
                .contentType(ContentType.URLENC)
                .formParams(Map.of(
                        "client_id",
                        "tillit-scripts",
                        "scope",
                        "openid",
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        CHALLENGE))
                .post(endpoint("auth/device"))
                .then()
                .statusCode(401);
        RestAssured.given()
                .contentType(ContentType.URLENC)
                .formParams(Map.of(
                        "client_id",
                        "tillit-scripts",
                        "grant_type",
                        "password",
                        "username",
                        "anna",
                        "password",
                        PASSWORD))
                .post(endpoint("token"))
                .then()
                .statusCode(401);
    }
}
