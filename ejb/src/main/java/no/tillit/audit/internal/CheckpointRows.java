package no.tillit.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.tillit.audit.SealedCheckpoint;
import no.tillit.verifier.RestoreStatement;
import no.tillit.verifier.SignedNote;

/** Checkpoints and restores as rows. */
public final class CheckpointRows {
    private static final String COLUMNS = "SELECT history, size, root, signed_at, note FROM audit_checkpoint";

    private final Connection connection;

    public CheckpointRows(Connection connection) {
        this.connection = connection;
    }

    /** The newest history: 0 until a restore was acknowledged. */
    public int history() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT coalesce(max(history), 0) FROM audit_restore");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The furthest checkpoint of the newest history that has one. */
    public Optional<SealedCheckpoint> last() throws SQLException {
        return list(COLUMNS + " ORDER BY history DESC, size DESC LIMIT 1").stream()
                .findFirst();
    }

    /** The first checkpoint of any history with at least this size. */
    public Optional<SealedCheckpoint> covering(long size) throws SQLException {
        return list(COLUMNS + " WHERE size >= ? ORDER BY history DESC, size LIMIT 1", size).stream()
                .findFirst();
    }

    /** Those whose size lies above the first and at most at the second, by size. */
    public List<SealedCheckpoint> between(long above, long upTo) throws SQLException {
        return list(COLUMNS + " WHERE size > ? AND size <= ? ORDER BY size, history", above, upTo);
    }

    /** Newest first. */
    public List<SealedCheckpoint> page(int size, int offset) throws SQLException {
        return list(COLUMNS + " ORDER BY history DESC, size DESC LIMIT ? OFFSET ?", size, offset);
    }

    public long count() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM audit_checkpoint");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What was said about restores, oldest first. */
    public List<RestoreStatement> restores() throws SQLException {
        List<RestoreStatement> restores = new ArrayList<>();
        for (SignedNote note : restoreNotes()) {
            restores.add(RestoreStatement.parse(note.text()));
        }
        return restores;
    }

    /** The same, as it was signed. */
    public List<SignedNote> restoreNotes() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT note FROM audit_restore ORDER BY history");
                ResultSet row = select.executeQuery()) {
            List<SignedNote> notes = new ArrayList<>();
            while (row.next()) {
                notes.add(SignedNote.parse(Objects.requireNonNull(row.getString(1))));
            }
            return notes;
        }
    }

    void add(SealedCheckpoint sealed) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO audit_checkpoint (history, size, root, note, signed_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, sealed.history());
            insert.setLong(2, sealed.size());
            insert.setBytes(3, sealed.rootHash().bytes());
            insert.setString(4, sealed.note());
            insert.setObject(5, sealed.signedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    void addRestore(int history, String note, Instant now) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit_restore (history, note, at) VALUES (?, ?, ?)")) {
            insert.setInt(1, history);
            insert.setString(2, note);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private List<SealedCheckpoint> list(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<SealedCheckpoint> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new SealedCheckpoint(
                            row.getInt("history"),
                            row.getLong("size"),
                            Base64.getEncoder().encodeToString(row.getBytes("root")),
                            row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                            Objects.requireNonNull(row.getString("note"))));
                }
            }
            return found;
        }
    }
}
