package no.tillit.system;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A project of a test's own: solveig leads it, ingrid does research and jonas casework in it, both with the contact register.
 * oyvind is no member.
 */
public final class SampleProject {
    /** Today, where the server counts its days. */
    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));

    /** The day of the assessment. */
    public static final LocalDate ASSESSED = TODAY.minusMonths(6);

    private final JsonPath registered;

    private SampleProject(JsonPath registered) {
        this.registered = registered;
    }

    /** Registers the project and its members. */
    public static SampleProject register() {
        var project = new SampleProject(Api.as("solveig", "project-administration")
                .body(body())
                .post("/projects")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath());
        project.member("ingrid", "researcher");
        project.member("jonas", "caseworker");
        return project;
    }

    private static Map<String, Object> body() {
        return Map.of(
                "name",
                "A way out",
                "controller",
                "A university",
                "approval",
                Map.of(
                        "reference", UUID.randomUUID().toString(),
                        "assessedOn", ASSESSED.toString(),
                        "purpose", "What helps people out of prison",
                        "endsOn", TODAY.plusYears(1).toString(),
                        "followUpMonths", 24,
                        "samples",
                                List.of(sample("Participants", "consent"), sample("People followed up", "public-task")),
                        "categories", List.of("general", "criminal-offence"),
                        "methods", List.of("individual-interview", "focus-group", "audio-recording", "case-records")));
    }

    private static Map<String, Object> sample(String name, String basis) {
        return Map.of("name", name, "legalBasis", basis, "confidentiality", false);
    }

    private void member(String username, String role) {
        Api.as("solveig", "project-administration")
                .body(Map.of("role", role, "contacts", true))
                .put("/projects/{id}/members/{username}", id(), username)
                .then()
                .statusCode(200);
    }

    public String id() {
        return registered.getString("id");
    }

    /** The sample whose basis is consent. */
    public String consenting() {
        return registered.getString("samples[0].id");
    }

    /** The sample whose basis is a public task. */
    public String byLaw() {
        return registered.getString("samples[1].id");
    }

    /** Somebody new in the consenting sample, registered by ingrid; the id. */
    public String participant() {
        return Api.as("ingrid", "research")
                .body(Map.of("sampleId", consenting()))
                .post("/projects/{id}/participants", id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A form of that participant, signed today and recorded by ingrid; the id. */
    public String consent(String participant, Map<String, Boolean> decisions) {
        return Api.as("ingrid", "research")
                .body(form(TODAY, decisions))
                .post("/participants/{id}/consents", participant)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A paper form in bokmål. */
    public static Map<String, Object> form(LocalDate signedOn, Map<String, Boolean> decisions) {
        return Map.of("signedOn", signedOn.toString(), "decisions", decisions, "method", "paper", "language", "nb");
    }
}
