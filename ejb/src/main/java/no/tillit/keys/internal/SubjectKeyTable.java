package no.tillit.keys.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;

/** The subjects' keys in {@code tillit_keys}. Each call commits by itself, before what it protects is written. */
@ApplicationScoped
public class SubjectKeyTable {
    @Resource(lookup = "java:jboss/datasources/TillitKeysDS")
    private DataSource source;

    protected SubjectKeyTable() {}

    public SubjectKeyTable(DataSource source) {
        this.source = source;
    }

    /** Adds the row unless the subject has one already, living or destroyed. */
    public void addUnlessThere(SubjectKeyRow row, Instant now) {
        change(
                "insert into subject_key (subject, key_id, version, root_version, wrapped, key_check_value, state,"
                        + " created_at, destroying_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (subject) do nothing",
                s -> {
                    s.setObject(1, row.subject().value());
                    s.setObject(2, row.keyId());
                    s.setInt(3, row.version());
                    s.setInt(4, row.rootVersion());
                    s.setBytes(5, row.wrapped());
                    s.setBytes(6, row.keyCheckValue());
                    s.setString(7, row.state().name());
                    s.setObject(8, now.atOffset(ZoneOffset.UTC));
                    s.setObject(9, row.state() == KeyState.ACTIVE ? null : now.atOffset(ZoneOffset.UTC));
                });
    }

    public Optional<SubjectKeyRow> find(SubjectId subject) {
        String sql = "select key_id, version, root_version, wrapped, key_check_value, state from subject_key"
                + " where subject = ?";
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            s.setObject(1, subject.value());
            try (ResultSet r = s.executeQuery()) {
                return r.next() ? Optional.of(row(subject, r)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    /** From now on the key opens nothing. */
    public void beginDestruction(SubjectId subject, Instant now) {
        change(
                "update subject_key set state = 'DESTROYING', destroying_at = ? where subject = ? and state = 'ACTIVE'",
                s -> {
                    s.setObject(1, now.atOffset(ZoneOffset.UTC));
                    s.setObject(2, subject.value());
                });
    }

    /** Overwrites the wrapped bytes and has the database drop the row versions that held them. */
    public void destroy(SubjectId subject, Instant now) {
        change(
                "update subject_key set wrapped = null, state = 'DESTROYED', destroyed_at = ?"
                        + " where subject = ? and state = 'DESTROYING'",
                s -> {
                    s.setObject(1, now.atOffset(ZoneOffset.UTC));
                    s.setObject(2, subject.value());
                });
        change("vacuum subject_key", s -> {});
    }

    private static SubjectKeyRow row(SubjectId subject, ResultSet r) throws SQLException {
        return new SubjectKeyRow(
                subject,
                Objects.requireNonNull(r.getObject(1, UUID.class)),
                r.getInt(2),
                r.getInt(3),
                r.getBytes(4),
                Objects.requireNonNull(r.getBytes(5)),
                KeyState.valueOf(r.getString(6)));
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
            throw KeyDatabase.failure(e);
        }
    }
}
