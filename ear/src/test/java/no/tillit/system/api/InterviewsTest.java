package no.tillit.system.api;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.system.Api;
import no.tillit.system.Story;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Interviews over the API")
class InterviewsTest {
    private final Story story = Story.begin();

    @Test
    @DisplayName("an interview is created, listed, and transcribed once a transcript hangs on it")
    void life() {
        String someone = story.participant();
        story.consent(someone, Map.of("interview", true));
        String id = story.interview(someone);
        Api.as("ingrid", "research")
                .get("/projects/" + story.project() + "/interviews")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].participants[0].id", equalTo(someone))
                .body("items[0].state", equalTo("held"));
        Uploads.kept(Uploads.toInterview(id, "transcript", "a.txt", SampleFiles.bytes("txt")));
        open("ingrid", "research", id).then().statusCode(200).body("state", equalTo("transcribed"));
        open("marit", "data-protection", id).then().statusCode(200);
        open("oyvind", "research", id).then().statusCode(404);
        open("jonas", "follow-up", id).then().statusCode(404);
    }

    @Test
    @DisplayName("somebody with a duty of confidentiality is pointed out")
    void confidentiality() {
        String adviser = story.participant("ingrid", "research", 2);
        story.consent(adviser, Map.of("interview", true));
        open("ingrid", "research", story.interview(adviser)).then().body("confidentiality", equalTo(true));
    }

    @Test
    @DisplayName("consent comes first: missing, refused, and younger than the interview")
    void consent() {
        String nobody = story.participant();
        problem(403, "consent-missing", create(formWith("participants", List.of(nobody))));
        String refusing = story.participant();
        story.consent(refusing, Map.of("interview", false));
        problem(403, "consent-refused", create(formWith("participants", List.of(refusing))));
        String late = story.participant();
        story.consent(late, Map.of("interview", true));
        Map<String, Object> early = formWith("participants", List.of(late));
        early.put("heldOn", Story.today().minusDays(11).toString());
        problem(409, "consent-after-interview", create(early));
        Map<String, Object> recorded = formWith("participants", List.of(late));
        recorded.put("recorded", true);
        problem(409, "audio-not-consented", create(recorded));
    }

    @Test
    @DisplayName("wrong dates, people and fields are refused with the field's name")
    void input() {
        String someone = story.participant();
        story.consent(someone, Map.of("interview", true));
        Map<String, Object> form = formWith("participants", List.of(someone));
        problem(
                422,
                "date-in-future",
                create(with(form, "heldOn", Story.today().plusDays(1).toString())));
        problem(
                422,
                "interview-before-approval",
                create(with(form, "heldOn", Story.today().minusYears(2).toString())));
        problem(422, "participants-out-of-range", create(with(form, "participants", List.of())));
        problem(422, "participants-out-of-range", create(with(form, "kind", "focus-group")));
        problem(
                422,
                "participant-unknown",
                create(with(form, "participants", List.of(UUID.randomUUID().toString()))));
        problem(422, "minutes-out-of-range", create(with(form, "minutes", 0)));
        problem(400, "json-does-not-fit", create(with(form, "colour", "blue")));
        problem(400, "json-does-not-fit", create(with(form, "kind", "seance")));
        form.remove("heldOn");
        problem(422, "missing", create(form)).then().body("field", equalTo("heldOn"));
    }

    @Test
    @DisplayName("a method that the approval does not cover is refused")
    void method() {
        Map<String, Object> approval = Story.approval();
        approval.put("methods", List.of("focus-group"));
        Story narrow = Story.begin(approval);
        String someone = narrow.participant();
        narrow.consent(someone, Map.of("interview", true));
        Response answer = Api.as("ingrid", "research")
                .body(Story.interviewForm(Story.today(), List.of(someone)))
                .post("/projects/" + narrow.project() + "/interviews");
        problem(answer.statusCode(), "method-not-approved", answer);
    }

    private Map<String, Object> formWith(String field, Object value) {
        return with(Story.interviewForm(Story.today().minusDays(5), List.of("")), field, value);
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put("kind", "individual");
        changed.put(field, value);
        return changed;
    }

    private Response create(Map<String, Object> form) {
        return Api.as("ingrid", "research").body(form).post("/projects/" + story.project() + "/interviews");
    }

    private static Response open(String by, String purpose, String id) {
        return Api.as(by, purpose).get("/interviews/" + id);
    }

    private static Response problem(int status, String code, Response answer) {
        answer.then().statusCode(status).body("type", equalTo("urn:tillit:problem:" + code));
        return answer;
    }
}
