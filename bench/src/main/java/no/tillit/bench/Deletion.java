package no.tillit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A deletion job over the API, from proposal to completion. */
final class Deletion {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

    private final BenchProject project;
    private final String path;
    private final int version;

    private Deletion(BenchProject project, JsonNode job) {
        this.project = project;
        this.path = "deletion-jobs/" + job.get("id").asText();
        this.version = job.get("version").asInt();
    }

    static Deletion propose(BenchProject project, Map<String, Object> wanted) {
        return new Deletion(project, project.officer.post("deletion-jobs", wanted));
    }

    void approve() {
        project.lead.post(path + "/approval", Map.of("version", version));
    }

    /** As the list of the project's deletions says: the deletion itself would count all its lines each time. */
    private String state() {
        for (JsonNode job :
                project.officer.get("deletion-jobs?project=" + project.id()).get("items")) {
            if (path.endsWith(job.get("id").asText())) {
                return job.get("state").asText();
            }
        }
        return "gone";
    }

    /** Returns when all of it is gone and certified. */
    void awaitCompletion() {
        String state = "";
        for (long deadline = System.nanoTime() + LONGEST; System.nanoTime() < deadline; ) {
            state = state();
            if (state.equals("completed")) {
                return;
            }
            if (!state.equals("approved") && !state.equals("executing")) {
                break;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new IllegalStateException("the deletion is " + state);
    }
}
