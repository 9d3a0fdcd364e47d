package no.tillit.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the entry cannot be written, nothing is done and nothing is shown (O-24). The disk of the log is full, for one project and one participant. */
class NoEntryNoAccessTest {
    private static final String TEXT = "Intervjuer: Hei.\nDeltaker: Merket innhold.\n";

    private final OwnerOfTheLog owner = new OwnerOfTheLog();
    private final Story story = Story.begin();
    private final String participant = story.participant();

    @AfterEach
    void again() throws SQLException {
        owner.does("DROP TRIGGER IF EXISTS " + name() + " ON audit_entry");
        owner.does("DROP FUNCTION IF EXISTS " + name() + "()");
    }

    @Test
    @DisplayName("a write is refused with 503, and nothing is stored")
    void write() throws SQLException {
        String count = "SELECT count(*) FROM participant WHERE project_id = '" + story.project() + "'";
        long before = owner.number(count);
        full();

        refused(Api.as("ingrid", "research")
                .contentType(ContentType.JSON)
                .body(Map.of("sampleId", story.sample(1)))
                .post("/projects/" + story.project() + "/participants"));
        assertThat(owner.number(count)).isEqualTo(before);
    }

    @Test
    @DisplayName("a list, a record and content are refused with 503, and not one byte of them leaves")
    void reads() throws SQLException {
        String document = document(TEXT);
        full();

        refused(Api.as("ingrid", "research").get("/projects/" + story.project() + "/participants"));
        refused(Api.as("ingrid", "research").get("/participants/" + participant));
        refused(Api.as("ingrid", "research").get("/documents/" + document));
        Response content = Api.as("ingrid", "research").get("/documents/" + document + "/content");
        refused(content);
        assertThat(content.asString()).doesNotContain("Merket");
    }

    @Test
    @DisplayName("a refusal that cannot be written down is a 503 too, and tells nothing")
    void refusal() throws SQLException {
        full();
        refused(Api.as("oyvind", "research").get("/participants/" + participant));
    }

    @Test
    @DisplayName("once the log can be written again, everything goes on")
    void recovers() throws SQLException {
        full();
        refused(Api.as("ingrid", "research").get("/participants/" + participant));
        again();
        Api.as("ingrid", "research").get("/participants/" + participant).then().statusCode(200);
    }

    @Test
    @DisplayName("a download whose entry stands goes on when the log fails, and the next is refused")
    void inTheMiddle() throws Exception {
        String large = "Deltaker: Merket innhold som er langt.\n".repeat(300_000);
        String document = document(large);
        try (InputStream body = Api.as("ingrid", "research")
                .get("/documents/" + document + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asInputStream()) {
            byte[] first = body.readNBytes(100);
            full();
            refused(Api.as("ingrid", "research").get("/documents/" + document + "/content"));
            assertThat(first.length + body.readAllBytes().length)
                    .isEqualTo(large.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private String document(String text) {
        story.consent(participant, Map.of("interview", true, "audio-recording", false));
        String interview = story.interview(participant);
        return Api.as("ingrid", "research")
                .contentType("text/plain")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .header("Tillit-Filename", "samtale.txt")
                .post("/interviews/" + interview + "/documents?type=transcript")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void full() throws SQLException {
        owner.does("CREATE FUNCTION " + name() + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END $$");
        owner.does("CREATE TRIGGER " + name() + " BEFORE INSERT ON audit_entry FOR EACH ROW WHEN (NEW.project_id = '"
                + story.project() + "' OR NEW.record_id = '" + participant + "') EXECUTE FUNCTION " + name() + "()");
    }

    private String name() {
        return "full_" + story.project().replace("-", "");
    }

    private static void refused(Response answer) {
        answer.then().statusCode(503).contentType("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:tillit:problem:audit-unavailable");
    }
}
