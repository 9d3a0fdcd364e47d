package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Story;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Documents over the API")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {
    private final Story story = Story.begin();
    private String participant = "";
    private String interview = "";

    @BeforeAll
    void anInterviewHasBeenHeld() {
        participant = story.participant();
        story.consent(participant, Map.of("interview", true, "audio-recording", true));
        interview = story.interview(participant);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"docx", "odt", "pdf", "txt", "vtt", "srt"})
    @DisplayName("a transcript comes back byte by byte, and its text is found")
    void transcripts(String ending) {
        byte[] sent = SampleFiles.bytes(ending);
        String id = Uploads.kept(Uploads.toInterview(interview, "transcript", "Intervju Åse." + ending, sent));
        Response content = Uploads.content("ingrid", "research", id);
        content.then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(sent.length))
                .header("Content-Disposition", containsString("filename*=UTF-8''Intervju%20%C3%85se." + ending))
                .header("Content-Disposition", startsWith("attachment"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", containsString("no-store"));
        assertThat(content.asByteArray()).isEqualTo(sent);
        assertThat(text(id)).contains(SampleFiles.SENTENCE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"wav", "mp3", "m4a", "flac", "ogg"})
    @DisplayName("a recording comes back byte by byte, and has no text")
    void recordings(String ending) {
        byte[] sent = SampleFiles.bytes(ending);
        String id = Uploads.kept(Uploads.toInterview(interview, "audio-recording", "opptak." + ending, sent));
        assertThat(Uploads.content("ingrid", "research", id).asByteArray()).isEqualTo(sent);
        Api.as("ingrid", "research").get("/documents/" + id).then().body("hasText", equalTo(false));
        Api.as("ingrid", "research").get("/documents/" + id + "/text").then().statusCode(404);
    }

    @Test
    @DisplayName("a range is decrypted by itself; one outside is refused")
    void ranges() {
        byte[] sent = SampleFiles.bytes("wav");
        String id = Uploads.kept(Uploads.toInterview(interview, "audio-recording", "opptak.wav", sent));
        Response part = range(id, "bytes=100-299");
        part.then()
                .statusCode(206)
                .header("Content-Range", "bytes 100-299/" + sent.length)
                .header("Accept-Ranges", "bytes");
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(sent, 100, 300));
        assertThat(range(id, "bytes=-10").asByteArray())
                .isEqualTo(Arrays.copyOfRange(sent, sent.length - 10, sent.length));
        range(id, "bytes=" + sent.length + "-")
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + sent.length);
        assertThat(range(id, "bytes=0-1,5-6").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} as {1}: {3}")
    @CsvSource({
        "transcript,intervju.docx,pdf,415,type-mismatch",
        "transcript,intervju.pdf,txt,415,type-mismatch",
        "transcript,opptak.wav,wav,415,type-not-allowed",
        "audio-recording,opptak.mp3,wav,415,type-mismatch",
        "diary,notat.txt,txt,422,document-type-unknown",
        "case-document,notat.txt,txt,404,not-found",
        "release-plan,notat.txt,txt,404,not-found"
    })
    @DisplayName("what does not belong here is refused, and nothing is kept")
    void wrongType(String type, String name, String ending, int status, String code) {
        long before = Uploads.blobs();
        problem(status, code, Uploads.toInterview(interview, type, name, SampleFiles.bytes(ending)));
        assertThat(Uploads.blobs()).isEqualTo(before);
    }

    @Test
    @DisplayName("a name in the address is refused, where it belongs is said, and the name is not told again")
    void nameInAddress() {
        Response answer = Uploads.body(Api.as("ingrid", "research"), SampleFiles.bytes("txt"))
                .header("Tillit-Filename", "samtale.txt")
                .queryParam("type", "transcript")
                .queryParam("filename", "kari-prøve.txt")
                .post("/interviews/" + interview + "/documents");
        problem(422, "filename-in-address", answer);
        assertThat(answer.asString()).contains("Tillit-Filename").doesNotContain("kari");
    }

    @Test
    @DisplayName("an empty, protected or damaged file is refused with its reason, and nothing is kept")
    void badFiles() {
        long before = Uploads.blobs();
        problem(422, "empty-file", Uploads.toInterview(interview, "transcript", "a.txt", new byte[0]));
        problem(422, "empty-file", Uploads.toInterview(interview, "transcript", "a.txt", "  \n".getBytes()));
        problem(
                422,
                "encrypted-file",
                Uploads.toInterview(interview, "transcript", "a.pdf", SampleFiles.encryptedPdf()));
        problem(422, "damaged-file", Uploads.toInterview(interview, "transcript", "a.pdf", SampleFiles.half("pdf")));
        problem(422, "damaged-file", Uploads.toInterview(interview, "transcript", "a.docx", SampleFiles.half("docx")));
        problem(
                422,
                "damaged-file",
                Uploads.toInterview(interview, "audio-recording", "a.wav", SampleFiles.half("wav")));
        assertThat(Uploads.blobs()).isEqualTo(before);
    }

    @Test
    @DisplayName("sound is refused without consent to recording; notes are possible")
    void withoutRecording() {
        String silent = story.participant();
        story.consent(silent, Map.of("interview", true, "audio-recording", false));
        String held = story.interview(silent);
        long before = Uploads.blobs();
        problem(
                        409,
                        "audio-not-consented",
                        Uploads.toInterview(held, "audio-recording", "opptak.mp3", SampleFiles.bytes("mp3")))
                .then()
                .body("detail", containsString("notes"));
        assertThat(Uploads.blobs()).isEqualTo(before);
        Uploads.kept(Uploads.toInterview(held, "interview-notes", "notat.txt", SampleFiles.bytes("txt")));
    }

    @Test
    @DisplayName("other roles see that a document exists, not what it says; other projects find nothing")
    void needToKnow() {
        byte[] sent = SampleFiles.bytes("pdf");
        String id = Uploads.kept(Uploads.toInterview(interview, "transcript", "intervju.pdf", sent));
        Api.as("marit", "data-protection")
                .get("/documents/" + id)
                .then()
                .statusCode(200)
                .body("readable", equalTo(false))
                .body("fileName", nullValue());
        for (String[] who : new String[][] {
            {"marit", "data-protection"},
            {"audun", "audit"},
            {"solveig", "project-administration"},
            {"jonas", "follow-up"},
            {"oyvind", "research"},
            {"olga", "operation"},
            {"petter", "follow-up"}
        }) {
            assertThat(Uploads.content(who[0], who[1], id).statusCode())
                    .as(who[0])
                    .isEqualTo(404);
            assertThat(Api.as(who[0], who[1]).get("/documents/" + id + "/text").statusCode())
                    .as(who[0])
                    .isEqualTo(404);
        }
        Api.as("oyvind", "research").get("/documents/" + id).then().statusCode(404);
        Api.as("oyvind", "research")
                .get("/projects/" + story.project() + "/documents")
                .then()
                .statusCode(404);
        problem(403, "purpose-not-allowed", Uploads.content("ingrid", "follow-up", id));
        problem(422, "purpose-missing", Api.as("ingrid").get("/documents/" + id + "/content"));
    }

    @Test
    @DisplayName("the list is filtered, sorted and cut; an unknown order is refused")
    void list() {
        String someone = story.participant();
        String pseudonym = Api.as("ingrid", "research")
                .get("/participants/" + someone)
                .then()
                .extract()
                .path("pseudonym");
        story.consent(someone, Map.of("interview", true));
        String held = story.interview(someone);
        String id = Uploads.kept(Uploads.toInterview(held, "transcript", "a.srt", SampleFiles.bytes("srt")));
        Uploads.kept(Uploads.toInterview(held, "interview-notes", "b.txt", SampleFiles.bytes("txt")));
        listed("q", pseudonym, "type", "transcript")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].fileName", equalTo("a.srt"));
        listed("q", pseudonym, "sort", "length", "size", "1")
                .then()
                .body("items", hasSize(1))
                .body("total", equalTo(2));
        problem(422, "unknown-sort", listed("sort", "colour"));
        problem(422, "size-out-of-range", listed("size", "1000"));
        listed("q", "%").then().body("total", equalTo(0));
    }

    @Test
    @DisplayName("an upload sent again with its key is kept once; another file under it is refused")
    void idempotent() {
        byte[] sent = SampleFiles.bytes("odt");
        String first = Uploads.kept(keyed("sent-twice-0001", sent));
        assertThat(Uploads.kept(keyed("sent-twice-0001", sent))).isEqualTo(first);
        problem(409, "key-reused", keyed("sent-twice-0001", SampleFiles.half("odt")));
    }

    @Test
    @DisplayName("a withdrawal closes documents at once and for everyone")
    void withdrawal() {
        String leaving = story.participant();
        String consent = story.consent(leaving, Map.of("interview", true, "audio-recording", true));
        String held = story.interview(leaving);
        String transcript = Uploads.kept(Uploads.toInterview(held, "transcript", "a.txt", SampleFiles.bytes("txt")));
        String sound = Uploads.kept(Uploads.toInterview(held, "audio-recording", "a.ogg", SampleFiles.bytes("ogg")));
        story.withdraw(consent, "audio-recording");
        problem(409, "document-restricted", Uploads.content("ingrid", "research", sound));
        assertThat(Uploads.content("ingrid", "research", transcript).statusCode())
                .isEqualTo(200);
        story.withdraw(consent);
        problem(409, "document-restricted", Uploads.content("ingrid", "research", transcript));
        problem(409, "document-restricted", Api.as("ingrid", "research").get("/documents/" + transcript + "/text"));
    }

    @Test
    @DisplayName("a caseworker attaches a release plan and a decision; a scan is kept with its consent")
    void casework() {
        String someone = story.participant("jonas", "follow-up", 1);
        problem(
                403,
                "consent-missing",
                Uploads.toParticipant(someone, "release-plan", "plan.odt", SampleFiles.bytes("odt")));
        String consent = story.consent("jonas", "follow-up", someone, Map.of("follow-up", true));
        String plan =
                Uploads.kept(Uploads.toParticipant(someone, "release-plan", "plan.odt", SampleFiles.bytes("odt")));
        Api.as("ingrid", "research")
                .get("/documents/" + plan)
                .then()
                .body("type", equalTo("release-plan"))
                .body("readable", equalTo(false));
        String decision =
                Uploads.kept(Uploads.toParticipant(someone, "case-decision", "vedtak.pdf", SampleFiles.bytes("pdf")));
        Api.as("jonas", "follow-up")
                .get("/documents/" + decision)
                .then()
                .body("disposalDate", nullValue())
                .body("pages", equalTo(1));
        byte[] scan = SampleFiles.bytes("png");
        String evidence = Uploads.kept(Uploads.body(Api.as("jonas", "follow-up"), scan)
                .header("Tillit-Filename", "skjema.png")
                .put("/consents/" + consent + "/evidence"));
        assertThat(Uploads.content("jonas", "follow-up", evidence).asByteArray())
                .isEqualTo(scan);
    }

    private Response keyed(String key, byte[] file) {
        return Uploads.body(Api.as("ingrid", "research").header("Idempotency-Key", key), file)
                .queryParam("type", "transcript")
                .header("Tillit-Filename", "a.odt")
                .post("/interviews/" + interview + "/documents");
    }

    private Response listed(String... parameters) {
        var request = Api.as("ingrid", "research");
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/projects/" + story.project() + "/documents");
    }

    private static Response range(String document, String range) {
        return Api.as("ingrid", "research").header("Range", range).get("/documents/" + document + "/content");
    }

    private static String text(String document) {
        return new String(
                Api.as("ingrid", "research")
                        .get("/documents/" + document + "/text")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Response problem(int status, String code, Response answer) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tillit:problem:" + code))
                .body("detail", not(containsString("Exception")));
        return answer;
    }
}
