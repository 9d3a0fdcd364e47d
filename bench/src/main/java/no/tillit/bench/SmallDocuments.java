package no.tillit.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Small documents sent by several clients at once, each on a connection and an interview of its own. */
final class SmallDocuments {
    private final List<Person> people;
    private final List<String> interviews;
    private final int pages;

    SmallDocuments(List<Person> people, List<String> interviews, int pages) {
        this.people = people;
        this.interviews = interviews;
        this.pages = pages;
    }

    /** @return documents a second, all of them received */
    double send(Paper paper, List<byte[]> documents) throws InterruptedException {
        var next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(interviews.size());
        try {
            people.forEach(Person::headers);
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < interviews.size(); client++) {
                Person person = people.get(client % people.size());
                String path = interviews.get(client) + "?type=transcript";
                running.add(clients.submit(() -> {
                    client(person, path, paper.fileName(), documents, next);
                    return true;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return documents.size() / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        } finally {
            clients.shutdownNow();
        }
    }

    private void client(Person person, String path, String fileName, List<byte[]> documents, AtomicInteger next)
            throws IOException {
        try (Wire wire = new Wire(pages)) {
            for (int i = next.getAndIncrement(); i < documents.size(); i = next.getAndIncrement()) {
                Map<String, String> headers = new HashMap<>(person.headers());
                headers.put("Content-Type", "application/octet-stream");
                headers.put("Tillit-Filename", fileName);
                wire.send("POST", path, headers, documents.get(i)).require(201);
            }
        }
    }
}
