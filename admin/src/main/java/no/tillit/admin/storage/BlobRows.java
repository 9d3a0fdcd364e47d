package no.tillit.admin.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.tillit.storage.BlobId;

/** The blobs that rows name, a page at a time in the order of their ids. */
record BlobRows(Connection database) {
    private static final int PAGE = 500;
    static final UUID FIRST = new UUID(0, 0);

    /** What a row remembers of a blob. */
    record Row(BlobId blob, long length, byte[] sha256) {}

    /** At most a page of the rows after this blob, kept at this moment or later. */
    List<Row> after(UUID blob, Instant since) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT blob, length, sha256 FROM stored_blob WHERE blob > ? AND kept_at >= ? ORDER BY blob LIMIT ?")) {
            query.setObject(1, blob);
            query.setObject(2, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
            query.setInt(3, PAGE);
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(new BlobId(found.getObject(1, UUID.class)), found.getLong(2), found.getBytes(3)));
                }
            }
            return rows;
        }
    }

    /** Whether a row names this blob. */
    boolean isKnown(BlobId blob) {
        try (PreparedStatement query = database.prepareStatement("SELECT 1 FROM stored_blob WHERE blob = ?")) {
            query.setObject(1, blob.value());
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
    }

    boolean isEmpty() throws SQLException {
        return after(FIRST, Instant.EPOCH).isEmpty();
    }

    /** False when the application, or another command, is sweeping; held until the connection ends. */
    boolean lockSweep() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_lock(7405801003)")) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
