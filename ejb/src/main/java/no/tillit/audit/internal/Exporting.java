package no.tillit.audit.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import no.tillit.audit.SealedCheckpoint;
import no.tillit.verifier.ExportWriter;
import no.tillit.verifier.GrowingTree.Subtree;
import no.tillit.verifier.Hash;
import no.tillit.verifier.LogEntry;
import no.tillit.verifier.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * The log as a file, a few thousand entries at a time: what is there, unverified. Between two steps no connection is held, so a
 * slow reader holds up nobody; since the log only grows, the steps fit together.
 */
public final class Exporting {
    private static final int STEP = 2_000;
    private static final String ROWS = """
            SELECT l.leaf_index, l.hash, e.* FROM audit_leaf l LEFT JOIN audit_entry e ON e.id = l.entry_id
            WHERE l.leaf_index >= ? AND l.leaf_index < ? ORDER BY l.leaf_index""";

    /** Something to be done on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs work on a connection, each time in a transaction of its own. */
    public interface Database {
        /** Gives what the work gives. */
        <T> T with(Work<T> work);
    }

    /** @param entry null when its row is gone */
    private record Row(long place, Hash leaf, @Nullable LogEntry entry) {}

    private final Database database;
    private final String origin;
    private final Deque<SealedCheckpoint> due = new ArrayDeque<>();
    private long at;
    private long last;
    private long size;
    private boolean begun;

    /**
     * @param origin name of the log's first history
     * @param first place of the first entry, from 0
     * @param end place after the last one; what is not signed yet is left out
     */
    public Exporting(Database database, String origin, long first, long end) {
        this.database = database;
        this.origin = origin;
        this.at = first;
        this.last = end;
    }

    /** Writes the next lines; false when these were the last. */
    public boolean step(ExportWriter export) throws IOException {
        if (!begun) {
            begin(export);
            begun = true;
        } else if (at < last) {
            entries(export);
        } else {
            finish(export);
            return false;
        }
        return true;
    }

    private void begin(ExportWriter export) throws IOException {
        List<SignedNote> restores = new ArrayList<>();
        List<Subtree> before = database.with(connection -> {
            CheckpointRows checkpoints = new CheckpointRows(connection);
            TreeRows rows = new TreeRows(connection);
            long placed = rows.size();
            size = Math.min(
                    placed, checkpoints.last().map(SealedCheckpoint::size).orElse(placed));
            last = Math.min(last, size);
            at = Math.max(0, Math.min(at, last));
            restores.addAll(checkpoints.restoreNotes());
            due.addAll(checkpoints.between(at - 1, Long.MAX_VALUE));
            return cover(rows, 0, at);
        });
        export.begin(origin, at, last, size);
        for (SignedNote note : restores) {
            export.restore(note.toString());
        }
        for (Subtree subtree : before) {
            export.before(subtree);
        }
    }

    private void entries(ExportWriter export) throws IOException {
        long to = Math.min(last, at + STEP);
        for (Row row : database.with(connection -> rows(connection, at, to))) {
            SealedCheckpoint next = due.peek();
            while (next != null && next.size() <= row.place()) {
                export.checkpoint(due.remove().note());
                next = due.peek();
            }
            if (row.entry() == null) {
                export.missing(row.place(), row.leaf());
            } else {
                export.entry(row.place(), row.entry(), row.leaf());
            }
        }
        at = to;
    }

    private void finish(ExportWriter export) throws IOException {
        for (Subtree subtree : database.with(connection -> cover(new TreeRows(connection), last, size))) {
            export.after(subtree);
        }
        for (SealedCheckpoint checkpoint : due) {
            export.checkpoint(checkpoint.note());
        }
        export.end();
    }

    private static List<Row> rows(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setLong(1, from);
            select.setLong(2, to);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong("leaf_index"),
                            Hash.of(Objects.requireNonNull(row.getBytes("hash"))),
                            row.getObject("uid") == null ? null : EntryRows.read(row)));
                }
            }
            return rows;
        }
    }

    /** Where hashes were removed there is nothing to write; the verifier says that something is gone. */
    private static List<Subtree> cover(TreeRows rows, long from, long to) {
        try {
            return from < to ? rows.tree().cover(from, to) : List.of();
        } catch (TreeBroken e) {
            return List.of();
        }
    }
}
