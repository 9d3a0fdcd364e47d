package no.tillit.system.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tillit.system.Keycloak;
import no.tillit.system.Stack;

/** Tokens that somebody else than the realm gives, or that the realm gives for a moment only. */
final class TokenIssuers {
    private static final String OTHER_REALM = "other";
    private static final String SHORT_LIVED = "tillit-short-lived";
    private static final int EXISTS = 409;

    private TokenIssuers() {}

    /** A token that a second realm of the same Keycloak signs, for a person, client, audience and roles of the same names. */
    static String ofAnotherRealm() {
        Map<String, Object> scripts = client("tillit-scripts");
        List<Map<String, Object>> roles = List.of(Map.of("name", "researcher"), Map.of("name", "privacy-officer"));
        Map<String, Object> ingrid = Map.of(
                "username",
                "ingrid",
                "enabled",
                true,
                "emailVerified",
                true,
                "firstName",
                "Ingrid",
                "lastName",
                "Annerledes",
                "email",
                "ingrid@example.org",
                "credentials",
                List.of(Map.of("type", "password", "value", "ingrid", "temporary", false)),
                "realmRoles",
                List.of("researcher", "privacy-officer"));
        int made = Keycloak.master()
                .body(Map.of(
                        "realm",
                        OTHER_REALM,
                        "enabled",
                        true,
                        "sslRequired",
                        "none",
                        "roles",
                        Map.of("realm", roles),
                        "clients",
                        List.of(scripts),
                        "users",
                        List.of(ingrid)))
                .post("/realms")
                .statusCode();
        if (made != EXISTS && made != 201) {
            throw new AssertionError("The second realm could not be made: " + made);
        }
        return login(
                        Keycloak.base() + "/realms/" + OTHER_REALM + "/protocol/openid-connect/token",
                        "tillit-scripts",
                        "ingrid")
                .path("access_token");
    }

    /** A token of the realm that runs out after two seconds. */
    static String shortLived() {
        Map<String, Object> client = client("tillit-scripts");
        client.put("clientId", SHORT_LIVED);
        client.put("attributes", Map.of("access.token.lifespan", "2"));
        int made = Keycloak.admin().body(client).post("/clients").statusCode();
        if (made != EXISTS && made != 201) {
            throw new AssertionError("The client could not be made: " + made);
        }
        return login(Stack.get().tokenEndpoint().toString(), SHORT_LIVED, "ingrid")
                .path("access_token");
    }

    /** A token with the header and the claims of a real one, key id included, under another key. */
    static String signedByAnotherKey(String real) {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            String signed = real.substring(0, real.lastIndexOf('.'));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.generateKeyPair().getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Response login(String endpoint, String client, String username) {
        return given().contentType(ContentType.URLENC)
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "scope", "openid",
                        "username", username,
                        "password", username))
                .post(endpoint);
    }

    static Response refresh(String token) {
        return given().contentType(ContentType.URLENC)
                .formParams(
                        Map.of("grant_type", "refresh_token", "client_id", "tillit-scripts", "refresh_token", token))
                .post(Stack.get().tokenEndpoint());
    }

    /** The client of the realm, without what names that one alone. */
    private static Map<String, Object> client(String name) {
        Map<String, Object> client = new HashMap<>(Keycloak.admin()
                .queryParam("clientId", name)
                .get("/clients")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String, Object>getMap("[0]"));
        client.remove("id");
        List<Map<String, Object>> mappers = new java.util.ArrayList<>();
        Object there = client.get("protocolMappers");
        if (there instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> mapper = new HashMap<>();
                ((Map<?, ?>) each).forEach((key, value) -> mapper.put(String.valueOf(key), value));
                mapper.remove("id");
                mappers.add(mapper);
            }
        }
        client.put("protocolMappers", mappers);
        return client;
    }
}
