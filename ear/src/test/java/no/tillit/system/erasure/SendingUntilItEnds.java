package no.tillit.system.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.tillit.system.Api;
import no.tillit.system.Eventually;

/** Several people send transcripts one after the other until the server is killed under them. */
final class SendingUntilItEnds {
    private static final int SENDERS = 4;

    private final String interview;
    private final String project;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final ExecutorService pool = Executors.newFixedThreadPool(SENDERS);
    private final List<Future<?>> senders;

    SendingUntilItEnds(ProjectUnderTest project, String interview) {
        this.project = project.id;
        this.interview = interview;
        Api.token("ingrid");
        senders = IntStream.range(0, SENDERS)
                .<Future<?>>mapToObj(i -> pool.submit(this::send))
                .toList();
    }

    /** Once several have been acknowledged and others are on their way. */
    void awaitSome() {
        Eventually.within(Duration.ofSeconds(60), acknowledged::size, n -> n >= SENDERS);
    }

    private void send() {
        while (true) {
            String text = "Deltaker: Del " + begun.incrementAndGet() + " av samtalen. "
                    + "Det var mye å si om den tiden. ".repeat(2000);
            Response answer;
            try {
                answer = Api.as("ingrid", "research")
                        .contentType("text/plain")
                        .body(text.getBytes(StandardCharsets.UTF_8))
                        .header("Tillit-Filename", "del.txt")
                        .post("/interviews/{id}/documents?type=transcript", interview);
            } catch (Exception theServerIsGone) {
                return;
            }
            if (answer.statusCode() != 201) {
                return;
            }
            acknowledged.put(answer.path("id"), text);
        }
    }

    /** All that was acknowledged reads as it was sent; what is there besides was on its way, and is whole too. */
    void allIsWhole() throws ExecutionException, InterruptedException {
        for (Future<?> sender : senders) {
            sender.get();
        }
        pool.shutdown();
        Map<String, String> there = new HashMap<>(acknowledged);
        Api.as("ingrid", "research")
                .get("/projects/{id}/documents?sort=-received&size=100", project)
                .then()
                .statusCode(200)
                .extract()
                .<List<Map<String, String>>>path("items")
                .stream()
                .filter(document -> interview.equals(document.get("attachedTo")))
                .forEach(document -> there.putIfAbsent(document.get("id"), ""));
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(SENDERS);
        assertThat(there.size()).isBetween(acknowledged.size(), acknowledged.size() + SENDERS);
        there.forEach((id, text) -> {
            String read = Api.as("ingrid", "research")
                    .get("/documents/{id}/content", id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(read).startsWith("Deltaker: Del ").endsWith("den tiden. ");
            if (!text.isEmpty()) {
                assertThat(read).isEqualTo(text);
            }
        });
    }
}
