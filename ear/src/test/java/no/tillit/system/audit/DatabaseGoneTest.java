package no.tillit.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A database that is away")
class DatabaseGoneTest {
    private final Story story = Story.begin();
    private final String participant = story.participant();

    @AfterEach
    void back() throws SQLException {
        let("tillit", true);
        let("tillit_keys", true);
    }

    @Test
    @DisplayName(
            "is answered with 503 and a problem before even the log is reached; everything goes on when it is back")
    void tillit() throws SQLException {
        let("tillit", false);

        gone(read(), "database-unavailable");
        gone(
                Api.as("ingrid", "research")
                        .body(Map.of("sampleId", story.sample(1)))
                        .post("/projects/" + story.project() + "/participants"),
                "database-unavailable");
        gone(send(), "database-unavailable");

        let("tillit", true);
        assertThat(Eventually.within(Duration.ofSeconds(20), () -> read().statusCode(), status -> status == 200))
                .isEqualTo(200);
    }

    @Test
    @DisplayName("is answered with 503 too when it is that of the keys; what needs no key is there all the while")
    void keys() throws SQLException {
        story.consent(participant, Map.of("interview", true, "audio-recording", false));
        String interview = story.interview(participant);
        let("tillit_keys", false);

        gone(send(interview), "keys-unavailable");
        assertThat(read().statusCode()).isEqualTo(200);

        let("tillit_keys", true);
        assertThat(Eventually.within(
                        Duration.ofSeconds(20), () -> send(interview).statusCode(), status -> status == 201))
                .isEqualTo(201);
    }

    private Response read() {
        return Api.as("ingrid", "research").get("/participants/" + participant);
    }

    private Response send() {
        return send(participant);
    }

    private Response send(String interview) {
        return Api.as("ingrid", "research")
                .contentType("text/plain")
                .body("Deltaker: Hei.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .header("Tillit-Filename", "samtale.txt")
                .post("/interviews/" + interview + "/documents?type=transcript");
    }

    private static void gone(Response answer, String code) {
        answer.then().statusCode(503).contentType("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:tillit:problem:" + code);
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    /** Lets nobody in and throws out who is there; or lets them in again. */
    private static void let(String database, boolean in) throws SQLException {
        try (Connection administrator = Stack.get().database("postgres");
                Statement statement = administrator.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS " + in);
            if (!in) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database
                        + "' AND pid <> pg_backend_pid()");
            }
        }
    }
}
