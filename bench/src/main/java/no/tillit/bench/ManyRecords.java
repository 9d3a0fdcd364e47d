package no.tillit.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** One project's records among all: over the API what is due is found and foreseen, and all of them get another end. */
final class ManyRecords {
    /** Records that are due. */
    static final int DUE = 1_000;

    private static final int PAGE = 200;

    private final BenchProject project;

    ManyRecords(BenchProject project) {
        this.project = project;
    }

    /** From here on the notes of {@value #DUE} participants are due. */
    void schedule() {
        Map<String, Object> notes = new HashMap<>(Map.of(
                "covers", "interview-notes",
                "starts", "date",
                "startsOn", today().minusYears(2).toString(),
                "period", "P1Y",
                "disposal", "dispose",
                "authority", "Måling",
                "words", Map.of("nb", "Notater slettes.", "nn", "Notat blir sletta.", "en", "Notes go."),
                "version", 0));
        project.officer.put(project.path("retention/schedules/bench-notes"), notes);
    }

    /** @return seconds until the API says of all records when and why they go, none of which has been asked about before */
    double settle() {
        return seconds(() -> project.officer.get(project.path("retention/overview")));
    }

    /** @return milliseconds in which all that is due has been listed, page by page */
    double[] due(int count) {
        double[] milliseconds = new double[count];
        for (int i = 0; i < count; i++) {
            milliseconds[i] = 1_000
                    * seconds(() -> {
                        int found = 0;
                        for (int page = 0; page * PAGE < DUE; page++) {
                            found += project.officer
                                    .get(project.path("retention/due?size=" + PAGE + "&page=" + page))
                                    .get("items")
                                    .size();
                        }
                        require(found);
                    });
        }
        return milliseconds;
    }

    /** @return milliseconds in which stock is taken of all that is due, and the preview of its deletion answered */
    double[] previews(int count) {
        double[] milliseconds = new double[count];
        for (int i = 0; i < count; i++) {
            milliseconds[i] = 1_000
                    * seconds(() -> require(project.officer
                            .post("deletion-jobs", Map.of("project", project.id(), "cause", "schedule"))
                            .get("progress")
                            .get("total")
                            .asInt()));
        }
        return milliseconds;
    }

    /** @return seconds in which the project's end is moved, and every record's day has followed */
    double recompute() {
        return seconds(() -> {
            project.lead.put(
                    project.path("end"), Map.of("endsOn", today().plusMonths(6).toString()));
            project.officer.get(project.path("retention/overview"));
        });
    }

    private static void require(int found) {
        if (found != DUE) {
            throw new IllegalStateException(found + " records are due, not " + DUE);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Oslo"));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
