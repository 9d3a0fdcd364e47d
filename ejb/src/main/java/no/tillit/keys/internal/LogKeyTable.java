package no.tillit.keys.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.kernel.SubjectId;

/** The keys of the log in {@code tillit_keys}. Each call commits by itself. */
@ApplicationScoped
public class LogKeyTable {
    private static final String COLUMNS = "select subject, version, key_id, parent_key_id, wrapped, key_check_value";

    /** Raised by the database when one would be wrapped under a key that is not the subject's present one. */
    private static final String NOT_PRESENT = "TR002";

    @Resource(lookup = "java:jboss/datasources/TillitKeysDS")
    private DataSource source;

    protected LogKeyTable() {}

    public LogKeyTable(DataSource source) {
        this.source = source;
    }

    /** The one that was made while this was the subject's present key. */
    public Optional<LogKeyRow> madeUnder(SubjectId subject, UUID keyId) {
        return rows(" from log_key where subject = ? and made_under = ?", subject, keyId).stream()
                .findFirst();
    }

    public Optional<LogKeyRow> find(SubjectId subject, int version) {
        return rows(" from log_key where subject = ? and version = ?", subject, version).stream()
                .findFirst();
    }

    /** Those that are wrapped under another key than this. */
    public List<LogKeyRow> notUnder(SubjectId subject, UUID keyId) {
        return rows(" from log_key where subject = ? and parent_key_id <> ? and wrapped is not null", subject, keyId);
    }

    /** The version that a new one would have. */
    public int nextVersion(SubjectId subject) {
        return rows(" from log_key where subject = ? and version > ?", subject, 0).stream()
                        .mapToInt(LogKeyRow::version)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** Adds it, made under its parent; does nothing if another was first, or the parent is not the present key any more. */
    public void addUnlessThere(LogKeyRow row, Instant now) {
        change(
                "insert into log_key (subject, version, key_id, made_under, parent_key_id, wrapped, key_check_value,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                s -> {
                    s.setObject(1, row.subject().value());
                    s.setInt(2, row.version());
                    s.setObject(3, row.keyId());
                    s.setObject(4, row.parent());
                    s.setObject(5, row.parent());
                    s.setBytes(6, row.wrapped());
                    s.setBytes(7, row.keyCheckValue());
                    s.setObject(8, now.atOffset(ZoneOffset.UTC));
                });
    }

    /** Keeps it as it was wrapped again; does nothing if its new parent is not the present key any more. */
    public void rewrap(LogKeyRow row) {
        change("update log_key set parent_key_id = ?, wrapped = ? where key_id = ?", s -> {
            s.setObject(1, row.parent());
            s.setBytes(2, row.wrapped());
            s.setObject(3, row.keyId());
        });
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private void change(String sql, Filling filling) {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            filling.fill(s);
            s.executeUpdate();
        } catch (SQLException e) {
            if (!NOT_PRESENT.equals(e.getSQLState())) {
                throw KeyDatabase.failure(e);
            }
        }
    }

    private List<LogKeyRow> rows(String from, SubjectId subject, Object second) {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(COLUMNS + from)) {
            s.setObject(1, subject.value());
            s.setObject(2, second);
            List<LogKeyRow> found = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    found.add(new LogKeyRow(
                            subject,
                            r.getInt("version"),
                            Objects.requireNonNull(r.getObject("key_id", UUID.class)),
                            Objects.requireNonNull(r.getObject("parent_key_id", UUID.class)),
                            r.getBytes("wrapped"),
                            Objects.requireNonNull(r.getBytes("key_check_value"))));
                }
            }
            return found;
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }
}
