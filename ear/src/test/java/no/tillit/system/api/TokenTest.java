package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Keycloak;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Only a token of this realm, for this API, in force and signed, opens anything")
class TokenTest {
    @Test
    @DisplayName("no token")
    void none() {
        refused(Api.anonymous().get("/projects"));
    }

    @Test
    @DisplayName("a token without a signature (alg none)")
    void unsigned() {
        String payload = Api.token("ingrid").split("\\.", -1)[1];
        String header = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        refused(with(header + "." + payload + "."));
    }

    @Test
    @DisplayName("a token whose roles were changed after it was signed")
    void tampered() {
        String[] parts = Api.token("ingrid").split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(payload).contains("\"researcher\"");
        String changed = encode(payload.replace("\"researcher\"", "\"privacy-officer\""));
        refused(with(parts[0] + "." + changed + "." + parts[2]));
    }

    @Test
    @DisplayName("a token that ran out, opened until then")
    void expired() {
        String token = TokenIssuers.shortLived();
        assertThat(with(token).statusCode()).isEqualTo(200);
        refused(Eventually.within(Duration.ofSeconds(30), () -> with(token), answer -> answer.statusCode() != 200));
    }

    @Test
    @DisplayName("a token of another realm of the same Keycloak, for the same name, client, audience and roles")
    void otherIssuer() {
        refused(with(TokenIssuers.ofAnotherRealm()));
    }

    @Test
    @DisplayName("a token signed with another key under the realm's key id")
    void otherKey() {
        String real = Api.token("ingrid");
        assertThat(with(real).statusCode()).isEqualTo(200);
        refused(with(TokenIssuers.signedByAnotherKey(real)));
    }

    @Test
    @DisplayName("who was disabled gets no new token; the one at hand opens until it runs out, five minutes at most")
    void disabled() {
        Keycloak.user("nina", "researcher");
        JsonPath tokens = TokenIssuers.login(Stack.get().tokenEndpoint().toString(), "tillit-scripts", "nina")
                .jsonPath();
        assertThat(tokens.getInt("expires_in")).isLessThanOrEqualTo(300);
        Keycloak.enable("nina", false);
        try {
            assertThat(with(tokens.getString("access_token")).statusCode()).isEqualTo(200);
            Response refreshed = TokenIssuers.refresh(tokens.getString("refresh_token"));
            assertThat(refreshed.statusCode()).isEqualTo(400);
            assertThat(refreshed.<String>path("error")).isEqualTo("invalid_grant");
            Response again = TokenIssuers.login(Stack.get().tokenEndpoint().toString(), "tillit-scripts", "nina");
            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(again.<String>path("error")).isEqualTo("invalid_grant");
        } finally {
            Keycloak.enable("nina", true);
        }
    }

    @Test
    @DisplayName("who is no longer a member finds nothing with the next request, under the same token")
    void membershipEnded() {
        Keycloak.user("nina", "researcher");
        Story story = Story.begin().member("nina", "researcher", false);
        String participant = story.participant();
        assertThat(asNina(participant).statusCode()).isEqualTo(200);
        Api.as("solveig")
                .delete("/projects/" + story.project() + "/members/nina")
                .then()
                .statusCode(204);
        assertThat(asNina(participant).statusCode()).isEqualTo(404);
        story.member("nina", "researcher", false);
        assertThat(asNina(participant).statusCode()).isEqualTo(200);
        story.member("nina", "caseworker", false);
        assertThat(asNina(participant).statusCode()).as("in another role").isEqualTo(404);
    }

    private static Response asNina(String participant) {
        return Api.as("nina", "research").get("/participants/" + participant);
    }

    @Test
    @DisplayName("an id token in place of an access token")
    void idToken() {
        refused(with(login("tillit-scripts").path("id_token")));
    }

    @Test
    @DisplayName("a token for another audience")
    void otherAudience() {
        String other = login("admin-cli").path("access_token");
        refused(with(other));
    }

    @Test
    @DisplayName("nonsense")
    void nonsense() {
        refused(with("abc.def.ghi"));
        refused(with("\u00e6\u00f8\u00e5"));
    }

    private static Response with(String token) {
        return Api.anonymous().header("Authorization", "Bearer " + token).get("/projects");
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString())
                .doesNotContain("Exception")
                .doesNotContain("at org.")
                .doesNotContain("at no.");
    }

    private static Response login(String client) {
        Response answer = TokenIssuers.login(Stack.get().tokenEndpoint().toString(), client, "ingrid");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
