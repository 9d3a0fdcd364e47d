package no.tillit.system.erasure;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Story;
import org.jspecify.annotations.Nullable;

/** Deletion jobs over the API: marit and henrik are the privacy officers. */
public final class Deletions {
    static final String DATA_PROTECTION = "data-protection";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private Deletions() {}

    public static ValidatableResponse propose(String by, String project, @Nullable String participant, String cause) {
        Map<String, Object> body = new HashMap<>(Map.of("project", project, "cause", cause));
        if (participant != null) {
            body.put("participant", participant);
        }
        if (cause.equals("request")) {
            body.put("receivedOn", Story.today().toString());
            body.put("receivedBy", by);
        }
        return Api.as(by, DATA_PROTECTION).body(body).post("/deletion-jobs").then();
    }

    public static ValidatableResponse approve(String by, String job, int version) {
        return Api.as(by, DATA_PROTECTION)
                .header("If-Match", "\"" + version + "\"")
                .post("/deletion-jobs/{id}/approval", job)
                .then();
    }

    public static JsonPath open(String job) {
        return Api.as("marit", DATA_PROTECTION)
                .get("/deletion-jobs/{id}", job)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Proposed by marit, approved by henrik, carried out; the job's id. */
    static String carriedOut(String project, String participant, String cause) {
        JsonPath preview = propose("marit", project, participant, cause)
                .statusCode(201)
                .extract()
                .jsonPath();
        String job = preview.getString("id");
        approve("henrik", job, preview.getInt("version")).statusCode(200);
        awaitState(job, "completed");
        return job;
    }

    public static void awaitState(String job, String state) {
        Eventually.within(PATIENCE, () -> open(job).getString("job.state"), state::equals);
    }

    static byte[] certificate(String job) {
        return Api.as("audun", "audit")
                .get("/deletion-jobs/{id}/certificate", job)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }
}
