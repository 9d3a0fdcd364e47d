package no.tillit.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import no.tillit.verifier.LogEntry;

/** Entries as rows of {@code audit_entry}: written with the hash of their leaf, and read as they were hashed. */
public final class EntryRows {
    private static final String INSERT = """
            INSERT INTO audit_entry (uid, at, actor, role, purpose, action, project_id, participant_id,
                                     record_type, record_id, outcome, reason, details, leaf_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private EntryRows() {}

    /** Adds one entry and gives its number. */
    public static long insert(Connection connection, LogEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT + " RETURNING id")) {
            fill(insert, entry);
            try (ResultSet id = insert.executeQuery()) {
                id.next();
                return id.getLong(1);
            }
        }
    }

    /** Adds them all in one round trip. */
    public static void insert(Connection connection, Iterable<LogEntry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (LogEntry entry : entries) {
                fill(insert, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void fill(PreparedStatement insert, LogEntry entry) throws SQLException {
        insert.setObject(1, entry.id());
        insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
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
        insert.setBytes(14, entry.leaf().bytes());
    }

    /** The entry in the current row, as its leaf is made from it. */
    public static LogEntry read(ResultSet row) throws SQLException {
        return new LogEntry(
                Objects.requireNonNull(row.getObject("uid", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Objects.requireNonNull(row.getString("actor")),
                Objects.requireNonNull(row.getString("role")),
                row.getString("purpose"),
                Objects.requireNonNull(row.getString("action")),
                row.getObject("project_id", UUID.class),
                row.getObject("participant_id", UUID.class),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                Objects.requireNonNull(row.getString("outcome")),
                row.getString("reason"),
                row.getBytes("details"));
    }
}
