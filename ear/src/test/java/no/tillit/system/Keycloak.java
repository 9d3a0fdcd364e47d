package no.tillit.system;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** The development realm as its administrator sees it, for people and clients that a test needs besides the demo users. */
public final class Keycloak {
    private static final int EXISTS = 409;

    private Keycloak() {}

    /** Somebody with these realm roles, whose password is the user name; whoever is there already stays. */
    public static void user(String username, String... roles) {
        var made = admin().body(Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "emailVerified",
                        true,
                        "firstName",
                        username,
                        "lastName",
                        "Prøve",
                        "email",
                        username + "@example.org",
                        "credentials",
                        List.of(Map.of("type", "password", "value", username, "temporary", false))))
                .post("/users");
        if (made.statusCode() == EXISTS) {
            return;
        }
        made.then().statusCode(201);
        List<Map<String, Object>> given = List.of(roles).stream()
                .map(role -> admin().get("/roles/{name}", role)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<String, Object>getMap(""))
                .toList();
        admin().body(given)
                .post("/users/{id}/role-mappings/realm", id(username))
                .then()
                .statusCode(204);
    }

    /** Whether this person may log in at all. */
    public static void enable(String username, boolean enabled) {
        admin().body(Map.of("enabled", enabled))
                .put("/users/{id}", id(username))
                .then()
                .statusCode(204);
    }

    private static String id(String username) {
        return admin().queryParam("username", username)
                .queryParam("exact", true)
                .get("/users")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].id");
    }

    /** A call of the realm's administration; paths go on from the realm. */
    public static RequestSpecification admin() {
        return master().baseUri(base() + "/admin/realms/tillit");
    }

    /** As {@link #admin()}; paths go on from the administration's root. */
    public static RequestSpecification master() {
        return given().baseUri(base() + "/admin")
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(token());
    }

    private static String token() {
        return given().contentType(ContentType.URLENC)
                .formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        Stack.get().secret("keycloak-admin")))
                .post(base() + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Where Keycloak is, without a slash at the end. */
    public static String base() {
        return Stack.get().realm().replaceFirst("/realms/.*$", "");
    }
}
