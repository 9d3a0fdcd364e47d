package no.tillit.system.erasure;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.system.Api;
import no.tillit.system.Stack;
import no.tillit.system.Story;

/** A project of a test's own: solveig leads it, ingrid does research and jonas casework in it, with the contact register. */
final class ProjectUnderTest {
    static final String RESEARCH = "research";
    static final String FOLLOW_UP = "follow-up";

    final String id;
    private final String sample;

    private ProjectUnderTest(String id, String sample) {
        this.id = id;
        this.sample = sample;
    }

    static ProjectUnderTest registered() {
        var approval = Map.of(
                "reference", UUID.randomUUID().toString(),
                "assessedOn", "2026-01-15",
                "purpose", "How a programme helps people out of prison",
                "endsOn", Story.today().plusYears(2).toString(),
                "followUpMonths", 24,
                "samples", List.of(Map.of("name", "Deltakere", "legalBasis", "consent", "confidentiality", false)),
                "categories", List.of("general", "criminal-offence", "health"),
                "methods", List.of("individual-interview", "focus-group", "audio-recording", "case-records"));
        ValidatableResponse created = Api.as("solveig", "project-administration")
                .body(Map.of("name", "Ut og videre", "controller", "Et universitet", "approval", approval))
                .post("/projects")
                .then()
                .statusCode(201);
        var project = new ProjectUnderTest(
                created.extract().path("id"), created.extract().path("samples[0].id"));
        project.member("ingrid", "researcher");
        project.member("jonas", "caseworker");
        return project;
    }

    /** Moves the end of the approval, as the passing of time would. */
    void ends(LocalDate day) throws SQLException {
        try (var connection = Stack.get().database("tillit");
                var update = connection.prepareStatement("UPDATE project SET ends_on = ? WHERE id = ?")) {
            update.setObject(1, day);
            update.setObject(2, UUID.fromString(id));
            update.executeUpdate();
        }
    }

    private void member(String username, String role) {
        Api.as("solveig", "project-administration")
                .body(Map.of("role", role, "contacts", true))
                .put("/projects/{id}/members/{username}", id, username)
                .then()
                .statusCode(200);
    }

    /** Somebody who has given contact details and consented to these items today. */
    Person aParticipant(String name, String... items) {
        ValidatableResponse created = Api.as("ingrid", RESEARCH)
                .body(Map.of("sampleId", sample))
                .post("/projects/{id}/participants", id)
                .then()
                .statusCode(201);
        String participant = created.extract().path("id");
        Api.as("ingrid", RESEARCH)
                .body(Map.of("name", name, "phone", "+47 999 99 999"))
                .put("/participants/{id}/contact", participant)
                .then()
                .statusCode(204);
        Map<String, Boolean> decisions = new java.util.TreeMap<>();
        for (String item : items) {
            decisions.put(item, true);
        }
        String consent = Api.as("ingrid", RESEARCH)
                .body(Map.of(
                        "signedOn",
                        Story.today().toString(),
                        "decisions",
                        decisions,
                        "method",
                        "paper",
                        "language",
                        "nb"))
                .post("/participants/{id}/consents", participant)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Person(participant, created.extract().path("pseudonym"), consent);
    }

    /** Material that ingrid made from this document and solveig released as anonymised; the id of the document that holds it. */
    String released(String madeFrom, String text) {
        var checks = List.of("names", "places", "rare-combinations", "hidden-traces");
        String material = Api.as("ingrid")
                .body(Map.of("madeFrom", List.of(madeFrom), "checks", checks))
                .post("/projects/{id}/anonymised-material", id)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String document = Api.as("ingrid", RESEARCH)
                .contentType("text/plain")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .header("Tillit-Filename", "funn.txt")
                .put("/anonymised-material/{id}/file", material)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        notReadYet(material, checks, document);
        Api.as("solveig", "project-administration")
                .get("/documents/{id}/content", document)
                .then()
                .statusCode(200);
        Api.as("solveig")
                .body(Map.of("checks", checks))
                .post("/anonymised-material/{id}/release", material)
                .then()
                .statusCode(200);
        return document;
    }

    /** Neither asking how long the file is nor a part of it counts as having read it. */
    private static void notReadYet(String material, List<String> checks, String document) {
        Api.as("solveig", "project-administration").head("/documents/{id}/content", document);
        Api.as("solveig", "project-administration")
                .header("Range", "bytes=0-3")
                .get("/documents/{id}/content", document)
                .then()
                .statusCode(206);
        Api.as("solveig")
                .body(Map.of("checks", checks))
                .post("/anonymised-material/{id}/release", material)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tillit:problem:material-not-opened"));
    }

    /** An interview that was not recorded. */
    String interview(String kind, String... participants) {
        return interview(kind, false, participants);
    }

    /** An interview that was recorded, which needs everybody's consent to it. */
    String recordedInterview(String kind, String... participants) {
        return interview(kind, true, participants);
    }

    private String interview(String kind, boolean recorded, String... participants) {
        return Api.as("ingrid", RESEARCH)
                .body(Map.of(
                        "kind",
                        kind,
                        "heldOn",
                        Story.today().toString(),
                        "participants",
                        List.of(participants),
                        "minutes",
                        60,
                        "recorded",
                        recorded))
                .post("/projects/{id}/interviews", id)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String transcript(String interview, String name, String text) {
        return written("transcript", interview, name, text);
    }

    String notes(String interview, String name, String text) {
        return written("interview-notes", interview, name, text);
    }

    private static String written(String type, String interview, String name, String text) {
        return Api.as("ingrid", RESEARCH)
                .contentType("text/plain")
                .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .header("Tillit-Filename", name)
                .post("/interviews/{id}/documents?type={type}", interview, type)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String recording(String interview) {
        return Api.as("ingrid", RESEARCH)
                .contentType("audio/wav")
                .body(Silence.wav())
                .header("Tillit-Filename", "opptak.wav")
                .post("/interviews/{id}/documents?type=audio-recording", interview)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String caseDecision(String participant, String text) {
        return Api.as("jonas", FOLLOW_UP)
                .contentType("text/plain")
                .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .header("Tillit-Filename", "vedtak.txt")
                .post("/participants/{id}/documents?type=case-decision", participant)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    void withdraws(Person person, String... items) {
        var call = Api.as("ingrid", RESEARCH);
        if (items.length > 0) {
            call = call.body(Map.of("items", List.of(items)));
        }
        call.post("/consents/{id}/withdrawal", person.consent()).then().statusCode(200);
    }

    /** A participant, the pseudonym and the signed form. */
    record Person(String id, String pseudonym, String consent) {}
}
