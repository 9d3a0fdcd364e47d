package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Story;
import no.tillit.testing.files.SampleFiles;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The whole way over the API: from an approval to a certificate of deletion")
class MainJobTest {
    private static final String CONTACT = "Prøve Prøvesen";

    @Test
    @DisplayName("one participant comes, says yes, is interviewed, withdraws, and is gone, with proof")
    void fromApprovalToCertificate() throws IOException {
        Story story = Story.begin();
        String participant = story.participant();
        String pseudonym = Api.as("ingrid", "research")
                .get("/participants/" + participant)
                .then()
                .statusCode(200)
                .extract()
                .path("pseudonym");
        assertThat(pseudonym).matches("D-\\d{4,}-\\d");
        Api.as("ingrid", "research")
                .body(Map.of("name", CONTACT, "phone", "40 00 00 00"))
                .put("/participants/" + participant + "/contact")
                .then()
                .statusCode(204);

        audioIsRefusedWithoutConsent(story);
        String consent = story.consent(participant, Map.of("interview", true, "audio-recording", true));
        attachScan(consent);
        String interview = recordedInterview(story, participant);
        List<String> documents = new ArrayList<>();
        for (String ending : List.of("docx", "odt", "pdf")) {
            documents.add(upload(interview, "transcript", ending));
        }
        documents.add(upload(interview, "audio-recording", "mp3"));

        readBack(documents.get(0));
        membersListTheirs(story, documents.size() + 2);
        othersFindNothing(story, documents.get(0));

        story.withdraw(consent);
        documents.forEach(MainJobTest::closed);

        String job = erase(story, participant);
        certificateSaysNothingAboutAnybody(job, pseudonym);
        everythingIsGone(participant, interview, documents);
        everyStepIsLogged(story, participant);
    }

    private static void audioIsRefusedWithoutConsent(Story story) {
        String quiet = story.participant();
        story.consent(quiet, Map.of("interview", true, "audio-recording", false));
        Map<String, Object> notes =
                new HashMap<>(Story.interviewForm(Story.today().minusDays(4), List.of(quiet)));
        notes.put("recorded", true);
        Api.as("ingrid", "research")
                .body(notes)
                .post("/projects/" + story.project() + "/interviews")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tillit:problem:audio-not-consented"));
        notes.put("recorded", false);
        String interview = Api.as("ingrid", "research")
                .body(notes)
                .post("/projects/" + story.project() + "/interviews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        send(interview, "audio-recording", "mp3")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tillit:problem:audio-not-consented"));
        upload(interview, "interview-notes", "txt");
        String withoutAny = story.participant();
        Api.as("ingrid", "research")
                .body(Story.interviewForm(Story.today().minusDays(1), List.of(withoutAny)))
                .post("/projects/" + story.project() + "/interviews")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tillit:problem:consent-missing"));
    }

    private static String recordedInterview(Story story, String participant) {
        Map<String, Object> form =
                new HashMap<>(Story.interviewForm(Story.today().minusDays(5), List.of(participant)));
        form.put("recorded", true);
        return Api.as("ingrid", "research")
                .body(form)
                .post("/projects/" + story.project() + "/interviews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void attachScan(String consent) {
        Api.as("ingrid", "research")
                .contentType("application/pdf")
                .body(SampleFiles.bytes("pdf"))
                .header("Tillit-Filename", "skjema.pdf")
                .put("/consents/" + consent + "/evidence")
                .then()
                .statusCode(201);
    }

    private static String upload(String interview, String type, String ending) {
        return send(interview, type, ending).then().statusCode(201).extract().path("id");
    }

    private static Response send(String interview, String type, String ending) {
        return Api.as("ingrid", "research")
                .contentType("application/octet-stream")
                .body(SampleFiles.bytes(ending))
                .header("Tillit-Filename", "samtale." + ending)
                .post("/interviews/" + interview + "/documents?type=" + type);
    }

    private static void readBack(String document) {
        byte[] original = SampleFiles.bytes("docx");
        Response whole = Api.as("ingrid", "research").get("/documents/" + document + "/content");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.asByteArray()).isEqualTo(original);
        Response part = Api.as("ingrid", "research")
                .header("Range", "bytes=100-199")
                .get("/documents/" + document + "/content");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.asByteArray()).isEqualTo(java.util.Arrays.copyOfRange(original, 100, 200));
        assertThat(Api.as("ingrid", "research")
                        .get("/documents/" + document + "/text")
                        .asString())
                .contains(SampleFiles.SENTENCE);
    }

    private static void membersListTheirs(Story story, int documents) {
        Api.as("ingrid", "research")
                .get("/projects/" + story.project() + "/documents?size=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("total", equalTo(documents));
        Api.as("ingrid", "research")
                .get("/projects/" + story.project() + "/documents?type=transcript")
                .then()
                .statusCode(200)
                .body("items.type", everyItem(equalTo("transcript")));
    }

    private static void othersFindNothing(Story story, String document) {
        Api.as("oyvind", "research").get("/documents/" + document).then().statusCode(404);
        Api.as("oyvind", "research")
                .get("/documents/" + document + "/content")
                .then()
                .statusCode(404);
        Api.as("marit", "data-protection").get("/documents/" + document).then().statusCode(200);
        Api.as("marit", "data-protection")
                .get("/documents/" + document + "/content")
                .then()
                .statusCode(404);
        Api.as("audun", "audit")
                .get("/documents/" + document + "/content")
                .then()
                .statusCode(404);
        Api.as("jonas", "follow-up")
                .get("/documents/" + document + "/content")
                .then()
                .statusCode(404);
        Api.as("oyvind", "research")
                .get("/projects/" + story.project() + "/documents")
                .then()
                .statusCode(404);
    }

    private static void closed(String document) {
        int status = Api.as("ingrid", "research")
                .get("/documents/" + document + "/content")
                .statusCode();
        assertThat(status).isIn(403, 409);
    }

    /** The withdrawal has proposed it; one privacy officer presents, another approves. */
    private static String erase(Story story, String participant) {
        JsonPath preview = Api.as("marit", "data-protection")
                .body(Map.of("project", story.project(), "participant", participant, "cause", "withdrawal"))
                .post("/deletion-jobs")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String job = preview.getString("id");
        assertThat(preview.getList("erases")).isNotEmpty();
        int version = preview.getInt("version");
        approve("marit", job, version).then().statusCode(409);
        approve("henrik", job, version).then().statusCode(200);
        Eventually.within(
                Duration.ofMinutes(1),
                () -> Api.as("marit", "data-protection")
                        .get("/deletion-jobs/" + job)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("job.state"),
                "completed"::equals);
        return job;
    }

    private static Response approve(String by, String job, int version) {
        return Api.as(by, "data-protection")
                .body(Map.of("version", version))
                .post("/deletion-jobs/" + job + "/approval");
    }

    private static void certificateSaysNothingAboutAnybody(String job, String pseudonym) throws IOException {
        byte[] pdf = Api.as("marit", "data-protection")
                .accept("application/pdf")
                .get("/deletion-jobs/" + job + "/certificate")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument certificate = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(certificate);
            assertThat(text)
                    .contains(job)
                    .contains("marit")
                    .contains("henrik")
                    .doesNotContain(pseudonym)
                    .doesNotContain(CONTACT);
        }
    }

    private static void everythingIsGone(String participant, String interview, List<String> documents) {
        for (String document : documents) {
            Api.as("ingrid", "research").get("/documents/" + document).then().statusCode(404);
            Api.as("marit", "data-protection")
                    .get("/documents/" + document)
                    .then()
                    .statusCode(404);
        }
        Api.as("ingrid", "research")
                .get("/participants/" + participant + "/contact")
                .then()
                .statusCode(404);
        Api.as("ingrid", "research").get("/interviews/" + interview).then().statusCode(404);
        Api.as("ingrid", "research")
                .body(Story.consentForm(Story.today(), Map.of("interview", true)))
                .post("/participants/" + participant + "/consents")
                .then()
                .statusCode(404);
    }

    private static void everyStepIsLogged(Story story, String participant) {
        List<String> actions = Api.as("audun", "audit")
                .get("/audit/entries?project=" + story.project() + "&size=200")
                .then()
                .statusCode(200)
                .body("items.actor", hasItem("ingrid"))
                .extract()
                .jsonPath()
                .getList("items.action", String.class);
        assertThat(actions)
                .contains(
                        "project.registered",
                        "member.changed",
                        "participant.registered",
                        "contact.changed",
                        "consent.recorded",
                        "consent.evidence-attached",
                        "interview.created",
                        "document.received",
                        "document.content-read",
                        "document.listed",
                        "consent.withdrawn",
                        "deletion-job.proposed",
                        "deletion-job.decided");
        Api.as("audun", "audit")
                .get("/audit/entries?participant=" + participant + "&size=200")
                .then()
                .statusCode(200)
                .body("items.purpose", hasItem("research"));
    }
}
