package no.tillit.system.erasure;

import static no.tillit.system.erasure.Deletions.DATA_PROTECTION;
import static no.tillit.system.erasure.ProjectUnderTest.FOLLOW_UP;
import static no.tillit.system.erasure.ProjectUnderTest.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Story;
import no.tillit.system.erasure.ProjectUnderTest.Person;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A deletion job")
class DeletionJobTest {
    private static final String NAME = "Sigbjørn Testesen Ullvåg";
    private static final String MARKER = "Jeg telte trinnene ned til den blå porten.";

    @Test
    @DisplayName("goes from the withdrawal to a certificate: blocked at once, two people, everything gone")
    void wholeWithdrawal() throws IOException {
        var project = ProjectUnderTest.registered();
        Person person = project.aParticipant(NAME, "interview", "audio-recording");
        String interview = project.recordedInterview("individual", person.id());
        String transcript = project.transcript(interview, "samtale.txt", MARKER);
        String recording = project.recording(interview);
        content(transcript, 200);

        project.withdraws(person);
        content(transcript, 409, 404, 403, 410);
        content(recording, 409, 404, 403, 410);

        JsonPath waiting = Api.as("marit", DATA_PROTECTION)
                .get("/deletion-jobs?project={p}", project.id)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].proposedBy", equalTo("system"))
                .body("items[0].state", equalTo("proposed"))
                .extract()
                .jsonPath();
        String job = waiting.getString("items[0].id");
        Deletions.approve("henrik", job, 1).statusCode(409).body("type", containsString("not-presented"));

        JsonPath preview = Deletions.propose("marit", project.id, person.id(), "withdrawal")
                .statusCode(201)
                .body("id", equalTo(job))
                .body("keys", equalTo(1))
                .body("heldBack", empty())
                .body("erases.kind", hasItem("document"))
                .body("erases.authority", hasItem(containsString("Art 17(1)(b)")))
                .extract()
                .jsonPath();
        int version = preview.getInt("version");
        Deletions.approve("marit", job, version).statusCode(409).body("type", containsString("second-person-needed"));
        Deletions.approve("henrik", job, version + 1).statusCode(409).body("type", containsString("preview-changed"));
        Deletions.approve("henrik", job, version).statusCode(200);
        Deletions.awaitState(job, "completed");

        assertThat(Traces.ofId(person.id())).isSubsetOf(Traces.OF_SOMEBODY_ERASED);
        assertThat(Traces.ofText(NAME)).isEmpty();
        JsonPath done = Deletions.open(job);
        assertThat(done.getLong("progress.erased")).isEqualTo(done.getLong("progress.total"));
        content(transcript, 404);
        content(recording, 404);
        Api.as("ingrid", RESEARCH)
                .get("/participants/{id}/contact", person.id())
                .then()
                .statusCode(404);
        Api.as("ingrid", RESEARCH).get("/documents/{id}", transcript).then().statusCode(404);

        String certificate = text(Deletions.certificate(job));
        assertThat(certificate)
                .contains("Slettebekreftelse", job, "marit", "henrik", "GDPR Art 7(3), Art 17(1)(b)")
                .doesNotContain(person.pseudonym(), person.id(), NAME, "999 99 999", "samtale.txt");
        Api.as("audun", "audit")
                .get("/audit/entries?record={job}&size=200", job)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("deletion-job.proposed"))
                .body("items.action", hasItem("deletion-job.decided"))
                .body("items.action", hasItem("deletion-job.completed"))
                .body("items.find { it.action == 'deletion-job.completed' }.actor", equalTo("system"))
                .body("items.reason", hasItem("second-person-needed"));
    }

    @Test
    @DisplayName("after withdrawal of the recording takes the recording and leaves the transcript readable")
    void onlyTheRecording() throws IOException {
        var project = ProjectUnderTest.registered();
        Person person = project.aParticipant(NAME, "interview", "audio-recording");
        String interview = project.recordedInterview("individual", person.id());
        String transcript = project.transcript(interview, "samtale.txt", MARKER);
        String recording = project.recording(interview);
        project.withdraws(person, "audio-recording");
        JsonPath preview = Deletions.propose("marit", project.id, person.id(), "withdrawal")
                .statusCode(201)
                .body("keys", equalTo(0))
                .body("notes.code", hasItem("key-kept-for-the-rest"))
                .extract()
                .jsonPath();
        Deletions.approve("henrik", preview.getString("id"), preview.getInt("version"))
                .statusCode(200);
        Deletions.awaitState(preview.getString("id"), "completed");
        content(recording, 404);
        content(transcript, 200);
        assertThat(text(Deletions.certificate(preview.getString("id")))).contains("Ingen deltakernøkkel er ødelagt");
    }

    @Test
    @DisplayName("of a focus group's member says that recording and transcript end for the whole group")
    void focusGroup() {
        var project = ProjectUnderTest.registered();
        Person one = project.aParticipant(NAME, "interview", "audio-recording");
        Person other = project.aParticipant("Tordis Oppdiktet", "interview", "audio-recording");
        String group = project.recordedInterview("focus-group", one.id(), other.id());
        String transcript = project.transcript(group, "gruppe.txt", MARKER);
        String recording = project.recording(group);
        project.withdraws(one);
        JsonPath preview = Deletions.propose("marit", project.id, one.id(), "withdrawal")
                .statusCode(201)
                .body("notes.code", hasItem("group-recording-ends"))
                .body("notes.code", hasItem("group-transcript-ends"))
                .body("notes.sentence", hasItem(containsString("for the whole group")))
                .extract()
                .jsonPath();
        Deletions.approve("henrik", preview.getString("id"), preview.getInt("version"))
                .statusCode(200);
        Deletions.awaitState(preview.getString("id"), "completed");
        content(transcript, 404);
        content(recording, 404);
        Api.as("ingrid", RESEARCH)
                .get("/participants/{id}/contact", other.id())
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("leaves what archive law binds, with its key, and says so")
    void archiveLaw() {
        var project = ProjectUnderTest.registered();
        Person person = project.aParticipant(NAME, "interview", "follow-up");
        String decision = project.caseDecision(person.id(), "Vedtak om oppfølging.");
        String interview = project.interview("individual", person.id());
        String transcript = project.transcript(interview, "samtale.txt", MARKER);
        JsonPath preview = Deletions.propose("marit", project.id, person.id(), "manual")
                .statusCode(201)
                .body("keys", equalTo(0))
                .body("heldBack.reason", hasItem("bound-by-archive-law"))
                .body("heldBack.decision", hasItem("PRESERVE"))
                .body("notes.code", hasItem("key-kept-for-held-back"))
                .extract()
                .jsonPath();
        Deletions.approve("henrik", preview.getString("id"), preview.getInt("version"))
                .statusCode(200);
        Deletions.awaitState(preview.getString("id"), "completed");
        content(transcript, 404);
        Api.as("jonas", FOLLOW_UP).get("/documents/{id}", decision).then().statusCode(200);
    }

    @Test
    @DisplayName("is due for everybody on the day after the approval's last day, and content is closed from then on")
    void endOfProcessing() throws IOException, SQLException {
        var project = ProjectUnderTest.registered();
        Person one = project.aParticipant(NAME, "interview");
        Person other = project.aParticipant("Tordis Oppdiktet", "interview");
        String transcript = project.transcript(project.interview("individual", one.id()), "samtale.txt", MARKER);
        project.ends(Story.today());
        content(transcript, 200);
        project.ends(Story.today().minusDays(1));
        content(transcript, 409, 404, 403, 410);
        JsonPath list = Api.as("marit", DATA_PROTECTION)
                .get("/deletion-jobs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(list.getList("items.project", String.class)).contains(project.id);
        JsonPath preview = Deletions.propose("marit", project.id, null, "end-of-processing")
                .statusCode(201)
                .body("keys", equalTo(2))
                .body("job.proposedBy", equalTo("system"))
                .body("erases.reason", hasItem("processing-ended"))
                .extract()
                .jsonPath();
        String job = preview.getString("id");
        Api.as("solveig", "project-administration")
                .header("If-Match", preview.getInt("version"))
                .post("/deletion-jobs/{id}/approval", job)
                .then()
                .statusCode(200);
        Deletions.awaitState(job, "completed");
        for (Person person : List.of(one, other)) {
            assertThat(Traces.ofId(person.id())).isSubsetOf(Traces.OF_SOMEBODY_ERASED);
            assertThat(Traces.ofText(NAME)).isEmpty();
        }
        assertThat(text(Deletions.certificate(job))).contains("Behandlingen er avsluttet", "solveig");
    }

    @Test
    @DisplayName("is refused with a reason, and needs one")
    void refusal() {
        var project = ProjectUnderTest.registered();
        Person person = project.aParticipant(NAME, "interview");
        String job = Deletions.propose("marit", project.id, person.id(), "manual")
                .statusCode(201)
                .extract()
                .path("id");
        Api.as("solveig", "project-administration")
                .body(Map.of())
                .post("/deletion-jobs/{id}/refusal", job)
                .then()
                .statusCode(422);
        Api.as("solveig", "project-administration")
                .body(Map.of("reason", "Deltakeren har ombestemt seg"))
                .post("/deletion-jobs/{id}/refusal", job)
                .then()
                .statusCode(200)
                .body("job.state", equalTo("refused"));
        Api.as("marit", DATA_PROTECTION)
                .get("/deletion-jobs/{id}/certificate", job)
                .then()
                .statusCode(409)
                .body("type", containsString("certificate-not-issued"));
    }

    @Test
    @DisplayName("does not exist for those who have no part in it, and without purpose nothing is answered")
    void others() {
        var project = ProjectUnderTest.registered();
        Person person = project.aParticipant(NAME, "interview");
        Deletions.propose("ingrid", project.id, person.id(), "manual").statusCode(404);
        Deletions.propose("audun", project.id, person.id(), "manual").statusCode(404);
        String job = Deletions.propose("marit", project.id, person.id(), "manual")
                .statusCode(201)
                .extract()
                .path("id");
        for (String somebody : new String[] {"ingrid", "oyvind", "jonas", "olga", "petter"}) {
            Api.as(somebody, DATA_PROTECTION)
                    .get("/deletion-jobs/{id}", job)
                    .then()
                    .statusCode(404);
            Deletions.approve(somebody, job, 1).statusCode(404);
        }
        Api.as("marit").get("/deletion-jobs/{id}", job).then().statusCode(422);
        Api.as("marit", RESEARCH).get("/deletion-jobs/{id}", job).then().statusCode(403);
        Deletions.propose("marit", project.id, null, "end-of-processing").statusCode(409);
        Deletions.propose("marit", project.id, person.id(), "withdrawal").statusCode(409);
        Api.as("marit", DATA_PROTECTION)
                .get("/deletion-jobs/no-such-job")
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName(
            "and everything else stands in the audit log, which only its readers read, and whose reading is logged")
    void auditLog() {
        var project = ProjectUnderTest.registered();
        Person person = project.aParticipant(NAME, "interview");
        Api.as("audun", "audit")
                .get("/audit/entries?project={p}&participant={id}", project.id, person.id())
                .then()
                .statusCode(200)
                .body("total", greaterThan(2))
                .body("items.actor", hasItem("ingrid"))
                .body("items.purpose", hasItem("research"));
        Api.as("audun", "audit")
                .get("/audit/entries?action=audit.read&participant={id}", person.id())
                .then()
                .body("items.actor", hasItem("audun"));
        Api.as("ingrid", RESEARCH).get("/audit/entries").then().statusCode(404);
        Api.as("audun", "audit").get("/audit/entries?from=yesterday").then().statusCode(422);
        Api.as("audun", "audit")
                .get("/audit/entries?from=2026-02-02&to=2026-02-01")
                .then()
                .statusCode(422);
        Api.as("audun", "audit").get("/audit/entries?size=5000").then().statusCode(422);
        Api.as("audun", "audit")
                .get("/audit/entries?actor={a}", "' OR 1=1 --")
                .then()
                .body("total", equalTo(0))
                .body("items", not(hasItem("x")));
    }

    private static void content(String document, Integer... statuses) {
        int status = Api.as("ingrid", RESEARCH)
                .get("/documents/{id}/content", document)
                .statusCode();
        assertThat(status).isIn((Object[]) statuses);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
