package no.tillit.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What was said, how somebody is reached and what a file was called are on no disk, while the application reads them out to
 * whoever may read them. Every text is random, so that nothing but the job itself can have written it.
 */
@DisplayName("No plaintext on any disk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoPlaintextOnDiskTest {
    private final Instant start = Instant.now().minusSeconds(2);
    private final String tag = UUID.randomUUID().toString();
    private final String sentence = "Ingen skal finne igjen setningen " + tag.substring(0, 18);
    private final String fileName = "samtale-" + tag.substring(19);
    private final String contact = "Nås hos " + tag.substring(9, 23);
    private final String phone =
            "%012d".formatted(Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 1_000_000_000_000L));
    private final String projectName = "Leting " + tag;

    private final byte[] docx = MarkedFiles.docx(sentence);
    private final PlaintextSearch search = new PlaintextSearch()
            .text("the sentence", sentence)
            .text("the file name", fileName)
            .text("the contact detail", contact)
            .text("the telephone number", phone)
            .file("the DOCX", docx, MarkedFiles.IN_DOCX, MarkedFiles.IN_DOCX + 60, MarkedFiles.IN_DOCX + 120);
    private final StackDatabases databases = new StackDatabases(Stack.get().data());

    @BeforeAll
    void doTheJob() throws SQLException {
        LocalDate today = Story.today();
        JsonPath project = post("solveig", "project-administration", "/projects", project(today));
        String id = project.getString("id");
        Api.as("solveig", "project-administration")
                .body(Map.of("role", "researcher", "contacts", true))
                .put("/projects/" + id + "/members/ingrid")
                .then()
                .statusCode(200);
        String participant = post(
                        "ingrid",
                        "research",
                        "/projects/" + id + "/participants",
                        Map.of("sampleId", project.getString("samples[0].id")))
                .getString("id");
        keepAndReadContact(participant);
        post(
                "ingrid",
                "research",
                "/participants/" + participant + "/consents",
                Map.of(
                        "signedOn",
                        today.minusDays(9).toString(),
                        "decisions",
                        Map.of("interview", true, "audio-recording", true),
                        "method",
                        "paper",
                        "language",
                        "nb"));
        String interview = post(
                        "ingrid",
                        "research",
                        "/projects/" + id + "/interviews",
                        Map.of(
                                "kind",
                                "individual",
                                "heldOn",
                                today.minusDays(3).toString(),
                                "minutes",
                                40,
                                "recorded",
                                false,
                                "participants",
                                List.of(participant)))
                .getString("id");
        keepAndRead(interview, "txt", "text/plain", MarkedFiles.txt(sentence));
        keepAndRead(interview, "pdf", "application/pdf", MarkedFiles.pdf(sentence));
        keepAndRead(interview, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx);
        refuseDamaged(interview);
        refuseUnfitting(participant);
        databases.checkpoint();
    }

    private void keepAndReadContact(String participant) {
        String path = "/participants/" + participant + "/contact";
        int status = Api.as("ingrid", "research")
                .body(Map.of("name", contact, "phone", phone, "note", contact))
                .put(path)
                .statusCode();
        assertThat(status).isBetween(200, 204);
        assertThat(Api.as("ingrid", "research").get(path).asString()).contains(contact, phone);
    }

    private void keepAndRead(String interview, String ending, String mediaType, byte[] content) {
        String id = Api.as("ingrid", "research")
                .contentType(mediaType)
                .queryParam("type", "transcript")
                .header("Tillit-Filename", fileName + "." + ending)
                .body(content)
                .post("/interviews/" + interview + "/documents")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
        var read = Api.as("ingrid", "research").accept(ContentType.ANY);
        assertThat(read.get("/documents/" + id + "/content").asByteArray()).isEqualTo(content);
        assertThat(Api.as("ingrid", "research")
                        .accept(ContentType.ANY)
                        .get("/documents/" + id + "/text")
                        .asString())
                .contains(sentence);
    }

    /** What is refused leaves as little as what is kept. */
    private void refuseDamaged(String interview) {
        byte[] damaged = Arrays.copyOf(docx, docx.length / 2);
        int status = Api.as("ingrid", "research")
                .contentType("application/octet-stream")
                .queryParam("type", "transcript")
                .header("Tillit-Filename", fileName + ".docx")
                .body(damaged)
                .post("/interviews/" + interview + "/documents")
                .statusCode();
        assertThat(status).isBetween(400, 422);
    }

    /** Neither the answer's reason nor the log repeats what did not fit. */
    private void refuseUnfitting(String participant) {
        for (String body : List.of(
                "{\"name\": {\"" + contact + "\": 1}}",
                "{\"" + contact + "\": \"" + phone + "\"}",
                "{\"phone\": \"" + contact + "\"}",
                "{\"phone\": [" + phone + "]}",
                "{\"name\": \"" + contact + "\", " + fileName)) {
            int status = Api.as("ingrid", "research")
                    .body(body)
                    .put("/participants/" + participant + "/contact")
                    .statusCode();
            assertThat(status).as(body).isBetween(400, 422);
        }
        int status = Api.as("ingrid", "research")
                .body(Map.of("signedOn", contact, "decisions", Map.of(), "method", contact, "language", contact))
                .post("/participants/" + participant + "/consents")
                .statusCode();
        assertThat(status).isBetween(400, 422);
    }

    private Map<String, Object> project(LocalDate today) {
        return Map.of(
                "name",
                projectName,
                "controller",
                "Et oppdiktet institutt",
                "approval",
                Map.of(
                        "reference", "LETING-" + tag.substring(0, 8),
                        "assessedOn", today.minusMonths(2).toString(),
                        "purpose", "Se hva som hjelper på veien ut.",
                        "endsOn", today.plusYears(1).toString(),
                        "followUpMonths", 24,
                        "samples",
                                List.of(Map.of(
                                        "name", "Deltakere",
                                        "legalBasis", "consent",
                                        "confidentiality", false)),
                        "categories", List.of("general", "criminal-offence"),
                        "methods", List.of("individual-interview", "audio-recording")));
    }

    private static JsonPath post(String username, String purpose, String path, Object body) {
        return Api.as(username, purpose)
                .body(body)
                .post(path)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    @DisplayName("the data folder holds none of it: content, both databases with their logs, server, keys, logs")
    void dataFolder() {
        assertThat(search.in(Stack.get().data(), Instant.EPOCH)).isEmpty();
    }

    @Test
    @DisplayName("the distribution and its server's temporary folders hold none of it")
    void server() {
        assertThat(search.in(Stack.target(), start)).isEmpty();
    }

    @Test
    @DisplayName("the machine's temporary folders, on disk and in memory, hold none of it")
    void temporaryFolders() {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("/tmp", "/var/tmp", "/dev/shm")) {
            found.addAll(search.in(Path.of(folder), start));
        }
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("no row of either database holds any of it, compressed ones unpacked")
    void rows() throws SQLException {
        for (String text : List.of(sentence, fileName, contact, phone)) {
            assertThat(databases.tablesHolding(text)).as(text).isEmpty();
        }
    }

    @Test
    @DisplayName("the same search finds the project's name, which is no secret")
    void control() throws SQLException {
        assertThat(databases.tablesHolding(projectName)).isNotEmpty();
        assertThat(new PlaintextSearch()
                        .text("the project", projectName)
                        .in(Stack.get().data(), start))
                .anyMatch(hit -> hit.contains("/base/"))
                .anyMatch(hit -> hit.contains("/pg_wal/"));
        assertThat(new String(docx, StandardCharsets.ISO_8859_1)).doesNotContain(sentence);
    }
}
