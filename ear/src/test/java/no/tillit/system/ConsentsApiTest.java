package no.tillit.system;

import static no.tillit.system.ParticipantsApiTest.assertProblem;
import static no.tillit.system.ParticipantsApiTest.inParallel;
import static no.tillit.system.SampleProject.ASSESSED;
import static no.tillit.system.SampleProject.TODAY;
import static no.tillit.system.SampleProject.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Consents over the API")
class ConsentsApiTest {
    private static final Map<String, Boolean> BOTH = Map.of("interview", true, "audio-recording", true);

    private static SampleProject project;

    @BeforeAll
    static void register() {
        project = SampleProject.register();
    }

    private static ValidatableResponse record(String participant, Object body) {
        return Api.as("ingrid", "research")
                .body(body)
                .post("/participants/{id}/consents", participant)
                .then();
    }

    private static ValidatableResponse consents(String participant) {
        return Api.as("ingrid", "research")
                .get("/participants/{id}/consents", participant)
                .then();
    }

    private static ValidatableResponse withdraw(String consent, Object body) {
        return Api.as("ingrid", "research")
                .body(body)
                .post("/consents/{id}/withdrawal", consent)
                .then();
    }

    private static ValidatableResponse interview(String participant, boolean recorded) {
        return Api.as("ingrid", "research")
                .body(Map.of(
                        "kind",
                        "individual",
                        "heldOn",
                        TODAY.toString(),
                        "minutes",
                        45,
                        "recorded",
                        recorded,
                        "participants",
                        List.of(participant)))
                .post("/projects/{id}/interviews", project.id())
                .then();
    }

    private static Map<String, Object> without(String field) {
        Map<String, Object> form = new HashMap<>(form(TODAY, BOTH));
        form.remove(field);
        return form;
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> form = new HashMap<>(form(TODAY, BOTH));
        form.put(field, value);
        return form;
    }

    @Test
    @DisplayName("a form is recorded item by item, has an address, and stands from the day it was signed")
    void records() {
        String participant = project.participant();
        String location = record(participant, form(TODAY, Map.of("interview", true, "audio-recording", false)))
                .statusCode(201)
                .body("state", equalTo("given"))
                .body("items.item", equalTo(List.of("interview", "audio-recording")))
                .body("items.state", equalTo(List.of("given", "refused")))
                .body("capturedBy", equalTo("ingrid"))
                .body("evidence", nullValue())
                .header("Location", containsString("/consents/"))
                .extract()
                .header("Location");
        Api.as("ingrid", "research").get(location).then().statusCode(200).body("signedOn", equalTo(TODAY.toString()));
        interview(participant, false).statusCode(201);
    }

    @Test
    @DisplayName("signed today or on the day of the assessment is fine; tomorrow or the day before is not")
    void days() {
        record(project.participant(), form(TODAY, BOTH)).statusCode(201);
        record(project.participant(), form(ASSESSED, BOTH)).statusCode(201);
        assertProblem(record(project.participant(), form(TODAY.plusDays(1), BOTH)), 422, "signed-in-future");
        assertProblem(record(project.participant(), form(ASSESSED.minusDays(1), BOTH)), 422, "signed-before-approval");
    }

    @Test
    @DisplayName("what is missing, unknown or of the wrong type is refused, and nothing is stored")
    void unfit() {
        String participant = project.participant();
        assertProblem(record(participant, without("signedOn")), 422, "missing");
        assertProblem(record(participant, without("method")), 422, "missing");
        assertProblem(record(participant, without("language")), 422, "missing");
        assertProblem(record(participant, without("decisions")), 422, "no-items-decided");
        assertProblem(record(participant, form(TODAY, Map.of())), 422, "no-items-decided");
        assertProblem(record(participant, form(TODAY, Map.of("fingerprints", true))), 422, "unknown-item");
        assertProblem(record(participant, with("language", "sv")), 422, "unknown-language");
        assertProblem(record(participant, with("method", "telepathy")), 400, "json-does-not-fit");
        assertProblem(record(participant, with("signedOn", "yesterday")), 400, "json-does-not-fit");
        assertProblem(record(participant, with("signedOn", "2026-02-30")), 400, "json-does-not-fit");
        assertProblem(record(participant, with("decisions", Map.of("interview", "yes"))), 400, "json-does-not-fit");
        assertProblem(record(participant, with("decisions", Map.of("interview", 1))), 400, "json-does-not-fit");
        assertProblem(record(participant, with("approvedBy", "me")), 400, "json-does-not-fit");
        assertProblem(record(participant, with("formReference", "v2\u202e")), 422, "hidden-characters");
        assertProblem(record(participant, with("formReference", "x".repeat(4096))), 422, "too-long");
        String twice = "{\"signedOn\": \"" + TODAY + "\", \"method\": \"paper\", \"language\": \"nb\","
                + " \"decisions\": {\"interview\": true, \"interview\": false}}";
        record(participant, twice).statusCode(400);
        consents(participant).body("$", hasSize(0));
    }

    @ParameterizedTest
    @DisplayName("a form's name is kept as typed")
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "#{consentPage}", "=1+1", "Skjema «B», versjon 2"})
    void asTyped(String reference) {
        String participant = project.participant();
        record(participant, with("formReference", reference)).statusCode(201);
        consents(participant).body("[0].formReference", equalTo(reference));
    }

    @Test
    @DisplayName("the same form ten times at once is one consent, and every answer is that consent")
    void doubleSubmission() throws Exception {
        String participant = project.participant();
        Callable<String> one = () ->
                record(participant, form(TODAY, BOTH)).statusCode(201).extract().path("id");
        assertThat(new HashSet<>(inParallel(10, one))).hasSize(1);
        consents(participant).body("$", hasSize(1));
    }

    @Test
    @DisplayName("one item withdrawn: no recording any more, interviews go on")
    void oneItem() {
        String participant = project.participant();
        String consent = project.consent(participant, BOTH);
        withdraw(consent, Map.of("items", List.of("audio-recording")))
                .statusCode(200)
                .body("state", equalTo("given"))
                .body("items.state", hasItem("withdrawn"));
        interview(participant, false).statusCode(201);
        assertProblem(interview(participant, true), 409, "audio-not-consented");
        Api.as("ingrid", "research")
                .get("/participants/{id}", participant)
                .then()
                .body("state", equalTo("active"));
    }

    @Test
    @DisplayName("withdrawn altogether, without a reason and without a body: blocked at once, twice is as once")
    void whole() {
        String participant = project.participant();
        String consent = project.consent(participant, BOTH);
        for (int time = 0; time < 2; time++) {
            Api.as("ingrid", "research")
                    .post("/consents/{id}/withdrawal", consent)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("withdrawn"));
        }
        Api.as("ingrid", "research")
                .get("/participants/{id}", participant)
                .then()
                .body("state", equalTo("blocked"))
                .body("blockReason", equalTo("consent-withdrawn"));
        assertProblem(interview(participant, false), 403, "consent-withdrawn");
        assertProblem(record(participant, form(TODAY, Map.of("interview", true))), 409, "participant-blocked");
        assertProblem(
                Api.as("ingrid", "research")
                        .body(Map.of("name", "Kari"))
                        .put("/participants/{id}/contact", participant)
                        .then(),
                409,
                "participant-blocked");
        Api.as("ingrid", "research")
                .get("/participants/{id}/consents/history", participant)
                .then()
                .statusCode(200)
                .body("$", hasSize(2))
                .body("[0].withdrawn", hasItem("interview"));
    }

    @Test
    @DisplayName("the privacy officer withdraws for a person who asks; a partner or an outsider finds nothing")
    void byWhom() {
        String participant = project.participant();
        String consent = project.consent(participant, BOTH);
        for (String outsider : List.of("oyvind", "petter", "audun", "olga")) {
            Api.as(outsider, "research")
                    .body(Map.of())
                    .post("/consents/{id}/withdrawal", consent)
                    .then()
                    .statusCode(404);
        }
        consents(participant).body("[0].state", equalTo("given"));
        Api.as("marit", "rights-request")
                .body(Map.of())
                .post("/consents/{id}/withdrawal", consent)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
    }

    @Test
    @DisplayName("what cannot be withdrawn is refused with the reason, and nothing changes")
    void wrongWithdrawals() {
        String participant = project.participant();
        String consent = project.consent(participant, Map.of("interview", true, "audio-recording", false));
        assertProblem(withdraw(consent, Map.of("items", List.of("audio-recording"))), 422, "item-not-given");
        assertProblem(withdraw(consent, Map.of("items", List.of("fingerprints"))), 422, "unknown-item");
        assertProblem(withdraw(consent, Map.of("items", List.of())), 422, "missing");
        assertProblem(withdraw(consent, Map.of("reason", "none")), 400, "json-does-not-fit");
        assertProblem(withdraw(UUID.randomUUID().toString(), Map.of()), 404, "not-found");
        assertProblem(withdraw("no-uuid", Map.of()), 404, "not-found");
        consents(participant).body("[0].state", equalTo("given"));
    }

    @Test
    @DisplayName("no interview without consent, and none held before the form was signed")
    void gate() {
        String participant = project.participant();
        assertProblem(interview(participant, false), 403, "consent-missing");
        project.consent(participant, Map.of("interview", true, "audio-recording", false));
        interview(participant, false).statusCode(201);
        assertProblem(interview(participant, true), 409, "audio-not-consented");
        assertProblem(
                Api.as("ingrid", "research")
                        .body(Map.of(
                                "kind",
                                "individual",
                                "heldOn",
                                TODAY.minusDays(1).toString(),
                                "minutes",
                                45,
                                "recorded",
                                false,
                                "participants",
                                List.of(participant)))
                        .post("/projects/{id}/interviews", project.id())
                        .then(),
                409,
                "consent-after-interview");
    }

    @Test
    @DisplayName("each step is in the audit log, with who, why and the outcome")
    void audited() {
        String participant = project.participant();
        String consent = project.consent(participant, BOTH);
        record(participant, form(TODAY, BOTH)).statusCode(201);
        withdraw(consent, Map.of()).statusCode(200);
        Api.as("marit", "data-protection")
                .get("/audit/entries?participant={id}", participant)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("consent.recorded"))
                .body("items.action", hasItem("consent.withdrawn"))
                .body("items.reason", hasItem("already-recorded"))
                .body("items.actor", hasItem("ingrid"))
                .body("items[0].participant", is(participant));
    }
}
