package no.tillit.keys.internal;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;
import no.tillit.keys.Tampered;

/** Wraps living keys, of subjects (one being replaced, too) and of the installation, under another root, a batch in each transaction. */
public final class Rewrapping {
    private static final int BATCH = 200;

    private static final String LIVING_SUBJECTS = "from subject_key where root_version = ? and state = 'ACTIVE'";
    private static final String REPLACED = "from replaced_key where root_version = ? and state = 'RETIRING'";
    private static final String INSTALLATION = "from installation_key where root_version = ?";

    private final RootStore store;
    private final DataSource source;
    private final List<UUID> unopened = new ArrayList<>();

    public Rewrapping(RootStore store, DataSource source) {
        this.store = store;
        this.source = source;
    }

    /** How many keys need the root of this version. One whose destruction has begun needs none: it opens no more. */
    public long left(int root) {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("select (select count(*) " + LIVING_SUBJECTS
                        + ") + (select count(*) " + REPLACED + ") + (select count(*) " + INSTALLATION + ")")) {
            s.setInt(1, root);
            s.setInt(2, root);
            s.setInt(3, root);
            try (ResultSet r = s.executeQuery()) {
                r.next();
                return r.getLong(1);
            }
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    /** Keys that did not open under the old root; left as they are. */
    public List<UUID> unopened() {
        return List.copyOf(unopened);
    }

    /** Wraps some keys again and reads each back before it is kept. @return whether there were any */
    public boolean batch(int from, int to) {
        try (Connection c = source.getConnection()) {
            c.setAutoCommit(false);
            try {
                int seen = subjects(c, "subject_key", LIVING_SUBJECTS, from, to)
                        + subjects(c, "replaced_key", REPLACED, from, to)
                        + installation(c, from, to);
                c.commit();
                return seen > 0;
            } finally {
                c.rollback();
                c.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    private int subjects(Connection c, String table, String which, int from, int to) throws SQLException {
        String sql = "select key_id, version, wrapped, key_check_value, subject " + which
                + " and key_id <> all (?) order by subject limit " + BATCH + " for update";
        return each(
                c,
                sql,
                table,
                from,
                (r, root) -> {
                    SubjectId subject = new SubjectId(uuid(r, 5));
                    return new SubjectKeyRow(
                                    subject, uuid(r, 1), r.getInt(2), root, bytes(r, 3), bytes(r, 4), KeyState.ACTIVE)
                            .wrappedKey();
                },
                to);
    }

    private int installation(Connection c, int from, int to) throws SQLException {
        String sql = "select key_id, version, wrapped, key_check_value, name " + INSTALLATION
                + " and key_id <> all (?) order by key_id limit " + BATCH + " for update";
        return each(
                c,
                sql,
                "installation_key",
                from,
                (r, root) -> new InstallationKeyRow(
                                Objects.requireNonNull(r.getString(5)),
                                r.getInt(2),
                                uuid(r, 1),
                                root,
                                bytes(r, 3),
                                bytes(r, 4))
                        .wrappedKey(),
                to);
    }

    private interface Row {
        WrappedKey under(ResultSet row, int root) throws SQLException;
    }

    private int each(Connection c, String sql, String table, int from, Row row, int to) throws SQLException {
        int seen = 0;
        try (PreparedStatement read = c.prepareStatement(sql);
                PreparedStatement write =
                        c.prepareStatement("update " + table + " set root_version = ?, wrapped = ? where key_id = ?")) {
            read.setInt(1, from);
            read.setArray(2, c.createArrayOf("uuid", unopened.toArray()));
            try (ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    seen++;
                    try {
                        write.setBytes(2, rewrapped(row.under(r, from), row.under(r, to)));
                    } catch (Tampered e) {
                        unopened.add(uuid(r, 1));
                        continue;
                    }
                    write.setInt(1, to);
                    write.setObject(3, uuid(r, 1));
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
        return seen;
    }

    private byte[] rewrapped(WrappedKey before, WrappedKey after) {
        try (Secret key = open(before.rootVersion(), before.bytes(), before)) {
            byte[] wrapped = store.seal(after.rootVersion(), key.live(), after.place());
            open(after.rootVersion(), wrapped, after).close();
            return wrapped;
        }
    }

    private Secret open(int root, byte[] wrapped, WrappedKey key) {
        Secret secret = Secret.adopt(store.open(root, wrapped, key.place()));
        if (!MessageDigest.isEqual(secret.keyCheckValue(), key.keyCheckValue())) {
            secret.close();
            throw new Tampered("A key does not match its check value");
        }
        return secret;
    }

    private static UUID uuid(ResultSet r, int column) throws SQLException {
        return Objects.requireNonNull(r.getObject(column, UUID.class));
    }

    private static byte[] bytes(ResultSet r, int column) throws SQLException {
        return Objects.requireNonNull(r.getBytes(column));
    }
}
