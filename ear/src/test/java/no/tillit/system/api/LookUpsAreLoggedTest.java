package no.tillit.system.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.tillit.system.Api;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("looking for a record of another project")
class LookUpsAreLoggedTest {
    private static final Story STORY = Story.begin();
    private static final String PARTICIPANT = STORY.participant();

    private static final Map<String, String> HIDDEN = hidden();

    private static Map<String, String> hidden() {
        String consent = STORY.consent(PARTICIPANT, Map.of("interview", true));
        String interview = STORY.interview(PARTICIPANT);
        String document = Uploads.kept(Uploads.toInterview(interview, "transcript", "a.txt", "Hei.".getBytes(UTF_8)));
        return Map.of("participant", PARTICIPANT, "consent", consent, "interview", interview, "document", document);
    }

    @ParameterizedTest
    @CsvSource({"participant, participants", "interview, interviews", "document, documents", "consent, consents"})
    @DisplayName("is refused and logged like looking for what does not exist: same answer, same entry")
    void alike(String type, String path) {
        String hidden = Objects.requireNonNull(HIDDEN.get(type));
        String absent = UUID.randomUUID().toString();
        Response one = Api.as("oyvind", "research").get("/" + path + "/" + hidden);
        Response other = Api.as("oyvind", "research").get("/" + path + "/" + absent);

        assertThat(one.statusCode()).isEqualTo(404);
        assertThat(one.asString()).isEqualTo(other.asString());
        assertThat(entry(hidden)).isEqualTo(entry(absent)).containsEntry("recordType", type);
    }

    /** The one entry about this record by the one who looked, without what must differ. */
    private static Map<String, Object> entry(String record) {
        List<Map<String, Object>> entries = Api.as("audun", "audit")
                .get("/audit/entries?record={id}&actor=oyvind", record)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(entries).hasSize(1);
        Map<String, Object> entry = entries.get(0);
        assertThat(entry.get("outcome")).isEqualTo("refused");
        entry.keySet().removeAll(List.of("number", "at", "record", "uid"));
        return entry;
    }
}
