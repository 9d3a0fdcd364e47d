package no.tillit.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.tillit.verifier.Hash;
import no.tillit.verifier.StoredTree;

/** The tree as rows: leaves in {@code audit_leaf}, complete subtrees in {@code audit_subtree}. */
public final class TreeRows implements StoredTree.Hashes {
    private final Connection connection;

    public TreeRows(Connection connection) {
        this.connection = connection;
    }

    /** How many entries have their place. */
    public long size() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT coalesce(max(leaf_index) + 1, 0) FROM audit_leaf");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Roots and proofs over what is stored now. */
    public StoredTree tree() {
        return new StoredTree(this);
    }

    @Override
    public List<Hash> read(int level, long from, long to) {
        String sql = level == 0
                ? "SELECT hash FROM audit_leaf WHERE leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index"
                : "SELECT hash FROM audit_subtree WHERE number >= ? AND number < ? AND level = ? ORDER BY number";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setLong(2, to);
            if (level > 0) {
                select.setInt(3, level);
            }
            List<Hash> hashes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hashes.add(Hash.of(Objects.requireNonNull(row.getBytes(1))));
                }
            }
            if (hashes.size() != to - from) {
                throw new TreeBroken(
                        "Hashes of the log's tree are missing: level " + level + ", " + from + " to " + to);
            }
            return hashes;
        } catch (SQLException e) {
            throw new IllegalStateException("The log's tree cannot be read", e);
        }
    }

    /** Adds the root of a complete subtree. */
    void add(int level, long number, Hash root) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit_subtree (level, number, hash) VALUES (?, ?, ?)")) {
            insert.setInt(1, level);
            insert.setLong(2, number);
            insert.setBytes(3, root.bytes());
            insert.executeUpdate();
        }
    }
}
