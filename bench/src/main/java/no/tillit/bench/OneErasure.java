package no.tillit.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Somebody with a thousand documents, sent over the API, is erased. */
final class OneErasure {
    private static final int CLIENTS = 16;

    private final Database database;
    private final BenchProject project;
    private final int pages;

    OneErasure(Database database, BenchProject project, int pages) {
        this.database = database;
        this.project = project;
        this.pages = pages;
    }

    /** Seconds from the approval until the key is destroyed, and until everything is gone and certified. */
    record Taken(double unreadable, double gone) {}

    Taken erase(int documents) throws IOException, InterruptedException, SQLException {
        String participant = project.participant();
        var clients = Collections.nCopies(CLIENTS, project.interview(participant));
        new SmallDocuments(project.researchers, clients, pages)
                .send(Paper.TXT, Paper.TXT.make(documents, new Random(5)));
        var deletion = Deletion.propose(
                project, Map.of("project", project.id(), "participant", participant, "cause", "manual"));
        long start = System.nanoTime();
        deletion.approve();
        awaitDestruction(UUID.fromString(participant));
        double unreadable = (System.nanoTime() - start) / 1e9;
        deletion.awaitCompletion();
        return new Taken(unreadable, (System.nanoTime() - start) / 1e9);
    }

    private void awaitDestruction(UUID participant) throws SQLException {
        try (Connection keys = database.keysOwner();
                PreparedStatement select =
                        keys.prepareStatement("SELECT state = 'DESTROYED' FROM subject_key WHERE subject = ?")) {
            select.setObject(1, participant);
            for (boolean destroyed = false; !destroyed; ) {
                try (ResultSet row = select.executeQuery()) {
                    destroyed = row.next() && row.getBoolean(1);
                }
                Thread.onSpinWait();
            }
        }
    }
}
