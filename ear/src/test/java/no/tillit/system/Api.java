package no.tillit.system;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls of the API as a demo user, with a real token of the development realm. Paths go on from {@code /api/v1}. */
public final class Api {

    private static final Duration RENEW_AFTER = Duration.ofMinutes(4);
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    private static volatile @Nullable String elsewhere;

    private Api() {}

    /** Where calls go from now on instead of the stack; null for the stack again. Its tokens count there too. */
    public static void sendTo(@Nullable String api) {
        elsewhere = api;
    }

    /** A call as that demo user, with a JSON body unless said otherwise. */
    public static RequestSpecification as(String username) {
        return anonymous().auth().oauth2(token(username));
    }

    /** A call as that demo user for a purpose, such as {@code research}. */
    public static RequestSpecification as(String username, String purpose) {
        return as(username).header("Tillit-Purpose", purpose);
    }

    /** A call without a token. */
    public static RequestSpecification anonymous() {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .baseUri(Optional.ofNullable(elsewhere)
                        .orElseGet(() -> Stack.get().api()))
                .contentType(ContentType.JSON)
                .redirects()
                .follow(false);
    }

    /** The demo user's access token, renewed before it runs out. */
    public static String token(String username) {
        return TOKENS.compute(
                        username,
                        (name, known) ->
                                known != null && known.isFresh() ? known : new Token(login(name), Instant.now()))
                .value();
    }

    private static String login(String username) {
        return given().urlEncodingEnabled(true)
                .contentType(ContentType.URLENC)
                .formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "tillit-scripts",
                        "username",
                        username,
                        "password",
                        username))
                .post(Stack.get().tokenEndpoint())
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private record Token(String value, Instant issued) {

        boolean isFresh() {
            return Instant.now().isBefore(issued.plus(RENEW_AFTER));
        }
    }
}
