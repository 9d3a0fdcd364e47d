package no.tillit.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.tillit.audit.internal.CheckpointFolder;
import no.tillit.audit.internal.EntryRows;
import no.tillit.audit.internal.ExportStream;
import no.tillit.audit.internal.Exporting;
import no.tillit.audit.internal.LogName;
import no.tillit.audit.internal.Sealing;
import no.tillit.audit.internal.Sequencing;
import no.tillit.testing.Folders;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import no.tillit.verifier.ExportReader;
import no.tillit.verifier.LogEntry;
import no.tillit.verifier.RestoreStatement;
import no.tillit.verifier.Verification;

/**
 * A log of the test's own: an empty database with the roles of production, the real signing key, a folder for checkpoints.
 * Written as the application, attacked as the owner.
 */
final class ALog {
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00.000001Z");

    final String database = TestDatabases.freshTillit();
    final LogName name =
            new LogName(KeyRing.shared().installation(), KeyRing.shared().signing());
    final Path outside = Folders.temporary("tillit-checkpoints");
    final CheckpointFolder folder = new CheckpointFolder(() -> outside, name);

    /** Work on one connection in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T as(String role, Work<T> work) {
        try (Connection connection = connect(role)) {
            T answer = work.on(connection);
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect(String role) throws SQLException {
        Connection connection = TestDatabases.as(role, database).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** As many entries as asked for, each a little different, committed at once. */
    ALog write(int entries) {
        as("tillit_app", c -> {
            for (int i = 0; i < entries; i++) {
                EntryRows.insert(c, anEntry(i));
            }
            return true;
        });
        return this;
    }

    static LogEntry anEntry(int i) {
        return new LogEntry(
                UUID.randomUUID(),
                NINE.plusSeconds(i),
                i % 3 == 0 ? "ingrid" : "jonas",
                i % 3 == 0 ? "researcher" : "caseworker",
                i % 5 == 0 ? null : "RESEARCH",
                "document.content-read",
                new UUID(1, i % 7),
                i % 2 == 0 ? new UUID(2, i) : null,
                "document",
                new UUID(3, i),
                i % 4 == 0 ? "REFUSED" : "ALLOWED",
                i % 4 == 0 ? "consent-missing" : null,
                i % 6 == 0 ? new byte[] {1, (byte) i} : null);
    }

    /** Gives everything that waits its place. */
    ALog place() {
        as("tillit_app", c -> {
            Sequencing sequencing = new Sequencing(c, 100);
            sequencing.lock();
            return sequencing.placeAll(Integer.MAX_VALUE, NINE);
        });
        return this;
    }

    /** Places and signs, as the hour does. */
    Optional<SealedCheckpoint> seal() {
        place();
        Optional<SealedCheckpoint> sealed = as("tillit_app", c -> new Sealing(c, folder, name).seal(NINE));
        sealed.ifPresent(s -> folder.keep(s.history(), s.size(), s.note()));
        return sealed;
    }

    Optional<RestoreStatement> acknowledge() {
        return as("tillit_app", c -> new Sealing(c, folder, name).acknowledge(NINE));
    }

    /** Ten entries and a checkpoint, as often as asked for. */
    ALog writeAndSeal(int checkpoints) {
        for (int i = 0; i < checkpoints; i++) {
            write(10).seal();
        }
        return this;
    }

    /** The checkpoint over this many entries, as an outside party has kept it. */
    String kept(long size) {
        try {
            return Files.readString(
                    outside.resolve(String.format(java.util.Locale.ROOT, "0000-%015d.checkpoint", size)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Exporting.Database database() {
        return new Exporting.Database() {
            @Override
            public <T> T with(Exporting.Work<T> work) {
                return as("tillit_app", work::on);
            }
        };
    }

    byte[] export() {
        return export(0, Long.MAX_VALUE);
    }

    byte[] export(long first, long end) {
        try (InputStream export = new ExportStream(new Exporting(database(), name.origin(0), first, end))) {
            return export.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the stand-alone verifier says of an export, with checkpoints kept elsewhere. */
    Verification.Result verify(byte[] export, String... kept) {
        try {
            return new Verification(name.key(0), List.of(kept), entries -> {})
                    .of(new ExportReader(new ByteArrayInputStream(export)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Verification.Result verify(String... kept) {
        return verify(export(), kept);
    }

    /** What an administrator of the database does, who owns every table. */
    ALog owner(String sql) {
        as("tillit_owner", c -> {
            try (Statement statement = c.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
        return this;
    }

    long number(String sql) {
        return as("tillit_owner", c -> {
            try (Statement statement = c.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** How many entries have their place; fails when there is a gap or a double. */
    long placed() {
        long leaves = number("SELECT count(*) FROM audit_leaf");
        long last = number("SELECT coalesce(max(leaf_index) + 1, 0) FROM audit_leaf");
        long entries = number("SELECT count(DISTINCT entry_id) FROM audit_leaf");
        if (leaves != last || leaves != entries) {
            throw new AssertionError(leaves + " leaves, the last at " + last + ", of " + entries + " entries");
        }
        return leaves;
    }
}
