package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Stack;
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
    @DisplayName("a token that ran out")
    void expired() {
        String[] parts = Api.token("ingrid").split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String old = payload.replaceAll("\"exp\":\\d+", "\"exp\":1000000000");
        assertThat(old).isNotEqualTo(payload);
        refused(with(parts[0] + "." + encode(old) + "." + parts[2]));
    }

    @Test
    @DisplayName("an id token in place of an access token")
    void idToken() {
        refused(with(login("tillit-scripts", "openid").path("id_token")));
    }

    @Test
    @DisplayName("a token for another audience")
    void otherAudience() {
        String other = login("admin-cli", "openid").path("access_token");
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

    private static Response login(String client, String scope) {
        Response answer = RestAssured.given()
                .contentType(ContentType.URLENC)
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "scope", scope,
                        "username", "ingrid",
                        "password", "ingrid"))
                .post(Stack.get().tokenEndpoint());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
