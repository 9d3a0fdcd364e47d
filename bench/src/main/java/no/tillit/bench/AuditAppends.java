package no.tillit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.tillit.audit.internal.EntryRows;
import no.tillit.verifier.LogEntry;

/**
 * Entries of the audit log, each durable before the next, beside the same rows put into a table of the same columns and indexes
 * that has no hash of a leaf. The server that runs gives the entries their places meanwhile.
 */
final class AuditAppends {
    private static final int WRITERS = 32;
    private static final String PLAIN = """
            INSERT INTO bench_plain (uid, at, actor, role, purpose, action, project_id, participant_id,
                                     record_type, record_id, outcome, reason, details)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Database database;

    AuditAppends(Database database) {
        this.database = database;
    }

    private interface Append {
        void add(Connection connection, LogEntry entry) throws SQLException;
    }

    /** @return entries a second of the log and of the plain table, medians of the rounds after the first */
    double[] measure(int count, int rounds) throws SQLException, InterruptedException {
        database.asOwner(
                "DROP TABLE IF EXISTS bench_plain",
                "CREATE TABLE bench_plain (LIKE audit_entry INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING INDEXES)",
                "ALTER TABLE bench_plain DROP COLUMN leaf_hash, DROP COLUMN xid",
                "GRANT INSERT ON bench_plain TO tillit_app");
        try {
            double[] ours = new double[rounds];
            double[] theirs = new double[rounds];
            for (int round = -1; round < rounds; round++) {
                double plain = write(count, AuditAppends::plain);
                double log = write(count, EntryRows::insert);
                if (round >= 0) {
                    ours[round] = log;
                    theirs[round] = plain;
                }
            }
            return new double[] {Report.median(ours), Report.median(theirs)};
        } finally {
            database.asOwner("DROP TABLE bench_plain");
        }
    }

    private double write(int count, Append append) throws SQLException, InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                connections.add(database.application());
            }
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (Connection connection : connections) {
                running.add(writers.submit(() -> {
                    for (int i = 0; i < count / WRITERS; i++) {
                        append.add(connection, entry());
                        connection.commit();
                    }
                    return true;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return count / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a writer failed", e.getCause());
        } finally {
            writers.shutdownNow();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** Somebody reads a document. */
    static LogEntry entry() {
        return new LogEntry(
                UUID.randomUUID(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                "ingrid",
                "researcher",
                "RESEARCH",
                "read-document",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "document",
                UUID.randomUUID(),
                "ALLOWED",
                null,
                null);
    }

    private static void plain(Connection connection, LogEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PLAIN)) {
            insert.setObject(1, entry.id());
            insert.setObject(2, entry.at().atOffset(java.time.ZoneOffset.UTC));
            insert.setString(3, entry.actor());
            insert.setString(4, entry.role());
            insert.setString(5, entry.purpose());
            insert.setString(6, entry.action());
            insert.setObject(7, entry.project());
            insert.setObject(8, entry.participant());
            insert.setString(9, entry.recordType());
            insert.setObject(10, entry.record());
            insert.setString(11, entry.outcome());
            insert.setString(12, entry.reason());
            insert.setBytes(13, entry.details());
            insert.executeUpdate();
        }
    }
}
