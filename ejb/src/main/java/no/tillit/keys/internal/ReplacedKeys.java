package no.tillit.keys.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;

/** Records in the database how one key of a subject follows another. */
public final class ReplacedKeys {
    private final DataSource source;
    private final Clock clock;

    public ReplacedKeys(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The subject that has this id, or a key with this id. */
    public Optional<SubjectId> subjectOf(UUID id) {
        return subjects(
                        "select subject from subject_key where subject = ? or key_id = ?"
                                + " union select subject from replaced_key where key_id = ?",
                        id,
                        id,
                        id)
                .stream()
                .findFirst();
    }

    /** Those whose key was replaced and not everything has been moved. */
    public List<SubjectId> unfinished() {
        return subjects("select subject from replaced_key where state = 'RETIRING' order by replaced_at, subject");
    }

    /**
     * From here on the successor is the subject's key; the one before is kept for what lies under it.
     *
     * @return false when the subject has been erased meanwhile
     */
    public boolean replace(SubjectKeyRow before, SubjectKeyRow successor) {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("select replace_subject_key(?, ?, ?, ?, ?, ?)")) {
            s.setObject(1, before.keyId());
            s.setObject(2, successor.keyId());
            s.setInt(3, successor.rootVersion());
            s.setBytes(4, successor.wrapped());
            s.setBytes(5, successor.keyCheckValue());
            s.setObject(6, clock.now().atOffset(ZoneOffset.UTC));
            try (ResultSet r = s.executeQuery()) {
                return r.next() && r.getBoolean(1);
            }
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    /** Overwrites the old key's bytes; its tombstone stays. */
    public void destroy(SubjectId subject) {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("update replaced_key set wrapped = null, state = 'DESTROYED',"
                        + " destroyed_at = ? where subject = ? and state = 'RETIRING'");
                PreparedStatement vacuum = c.prepareStatement("vacuum subject_key, replaced_key, log_key")) {
            s.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
            s.setObject(2, subject.value());
            s.executeUpdate();
            vacuum.execute();
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    private List<SubjectId> subjects(String sql, UUID... ids) {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                s.setObject(i + 1, ids[i]);
            }
            List<SubjectId> found = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    found.add(new SubjectId(Objects.requireNonNull(r.getObject(1, UUID.class))));
                }
            }
            return found;
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }
}
