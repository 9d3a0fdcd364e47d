package no.tillit.keys.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        return rows("from subject_key where subject = ?", s -> s.setObject(1, subject.value())).stream()
                .findFirst();
    }

    /** Of each that has one. */
    public List<SubjectKeyRow> find(Collection<SubjectId> subjects) {
        return rows("from subject_key where subject = any (?)", s -> s.setArray(1, ids(s, subjects)));
    }

    /** The key that this living subject's present one replaces, until everything has been moved. */
    public Optional<SubjectKeyRow> replaced(SubjectId subject) {
        return rows(
                        "from (select r.subject, r.key_id, r.version, r.root_version, r.wrapped, r.key_check_value, s.state"
                                + " from replaced_key r join subject_key s using (subject)"
                                + " where r.subject = ? and r.state = 'RETIRING' and s.state = 'ACTIVE') r",
                        s -> s.setObject(1, subject.value()))
                .stream()
                .findFirst();
    }

    private List<SubjectKeyRow> rows(String from, Filling filling) {
        String sql = "select subject, key_id, version, root_version, wrapped, key_check_value, state " + from;
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            filling.fill(s);
            List<SubjectKeyRow> found = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    found.add(row(r));
                }
            }
            return found;
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    /** From now on these keys open nothing. */
    public void beginDestruction(Collection<SubjectId> subjects, Instant now) {
        change(
                "update subject_key set state = 'DESTROYING', destroying_at = ? where subject = any (?) and state = 'ACTIVE'",
                s -> {
                    s.setObject(1, now.atOffset(ZoneOffset.UTC));
                    s.setArray(2, ids(s, subjects));
                });
    }

    /** Overwrites the wrapped bytes, of keys being replaced too, and has the database drop the row versions that held them. */
    public void destroy(Collection<SubjectId> subjects, Instant now) {
        change(
                "update replaced_key r set wrapped = null, state = 'DESTROYED', destroyed_at = ? from subject_key s"
                        + " where r.subject = any (?) and r.state = 'RETIRING' and s.subject = r.subject"
                        + " and s.state = 'DESTROYING'",
                s -> {
                    s.setObject(1, now.atOffset(ZoneOffset.UTC));
                    s.setArray(2, ids(s, subjects));
                });
        change(
                "update log_key l set wrapped = null from subject_key s where l.subject = any (?) and s.subject = l.subject"
                        + " and s.state = 'DESTROYING'",
                s -> s.setArray(1, ids(s, subjects)));
        change(
                "update subject_key set wrapped = null, state = 'DESTROYED', destroyed_at = ?"
                        + " where subject = any (?) and state = 'DESTROYING'",
                s -> {
                    s.setObject(1, now.atOffset(ZoneOffset.UTC));
                    s.setArray(2, ids(s, subjects));
                });
        change("vacuum subject_key, replaced_key, log_key", s -> {});
    }

    private static Array ids(PreparedStatement s, Collection<SubjectId> subjects) throws SQLException {
        return s.getConnection()
                .createArrayOf("uuid", subjects.stream().map(SubjectId::value).toArray());
    }

    static SubjectKeyRow row(ResultSet r) throws SQLException {
        return new SubjectKeyRow(
                new SubjectId(Objects.requireNonNull(r.getObject("subject", UUID.class))),
                Objects.requireNonNull(r.getObject("key_id", UUID.class)),
                r.getInt("version"),
                r.getInt("root_version"),
                r.getBytes("wrapped"),
                Objects.requireNonNull(r.getBytes("key_check_value")),
                KeyState.valueOf(r.getString("state")));
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
