package no.tillit.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.tillit.verifier.GrowingTree;
import no.tillit.verifier.Hash;
import no.tillit.verifier.StoredTree;
import org.jspecify.annotations.Nullable;

/**
 * Every committed entry gets the next free place in the tree, once. Whichever node holds the lock gives places; all nodes
 * together make one history.
 *
 * <p>An entry that commits late, after later-numbered ones were placed, is not overlooked: each batch writes down the oldest
 * transaction it could not see the end of, and the next one looks at everything from that transaction on. A database
 * that was dumped and loaded counts its transactions anew; then all entries without a place are looked for.
 */
public final class Sequencing {
    /** Held by whoever changes the tree, until the transaction ends. */
    static final long LOCK = 0x54494C4C_4C4F4731L;

    private static final String PLACE = """
            WITH seen AS MATERIALIZED (
                SELECT id, leaf_hash FROM audit_entry WHERE %s id > ?
            ), waiting AS (
                SELECT id, leaf_hash FROM seen s
                WHERE NOT EXISTS (SELECT 1 FROM audit_leaf l WHERE l.entry_id = s.id) ORDER BY id LIMIT ?
            )
            INSERT INTO audit_leaf (leaf_index, entry_id, hash)
            SELECT ? + row_number() OVER (ORDER BY id) - 1, id, leaf_hash FROM waiting ORDER BY id
            RETURNING leaf_index, entry_id, hash""";

    private final Connection connection;
    private final int most;

    /** @param most how many entries one batch may place */
    public Sequencing(Connection connection, int most) {
        this.connection = connection;
        this.most = most;
    }

    /** Waits for the lock and then holds it until the transaction ends. */
    public void lock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    /** Takes the lock if nobody has it. */
    public boolean tryLock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /**
     * Gives every entry that waits its place; the lock must be held.
     *
     * @param batches how many batches at most
     * @return whether others may be waiting still
     */
    public boolean placeAll(int batches, Instant now) throws SQLException {
        Horizon first = horizon();
        String left = first.last() == null ? "0" : first.last();
        long after = 0;
        for (int batch = 0; batch < batches; batch++) {
            long size = new TreeRows(connection).size();
            List<Hash> leaves = new ArrayList<>();
            after = place(after, first.last(), size, leaves);
            if (leaves.isEmpty()) {
                return false;
            }
            grow(size, leaves);
            boolean full = leaves.size() == most;
            // While others may wait, the old horizon holds. Then the one from before the first look: what committed
            // during
            // the round below a number that was passed already is found from there.
            remember(size, leaves.size(), full ? left : first.now(), now);
            if (!full) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param last the newest batch's; null when everything has to be looked at
     * @param now no transaction older than this one is still under way
     */
    private record Horizon(@Nullable String last, String now) {}

    /** Before the entries are looked at, so that whatever they do not show is not older. */
    private Horizon horizon() throws SQLException {
        String sql = """
                SELECT pg_snapshot_xmin(now)::text,
                       (SELECT CASE WHEN horizon <= pg_snapshot_xmax(now) THEN horizon END::text
                        FROM audit_batch ORDER BY first_leaf DESC LIMIT 1)
                FROM pg_current_snapshot() AS now""";
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return new Horizon(row.getString(2), Objects.requireNonNull(row.getString(1)));
        }
    }

    private long place(long after, @Nullable String horizon, long size, List<Hash> leaves) throws SQLException {
        String sql = PLACE.formatted(horizon == null ? "" : "xid >= ?::xid8 AND");
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int next = 1;
            if (horizon != null) {
                insert.setString(next++, horizon);
            }
            insert.setLong(next++, after);
            insert.setInt(next++, most);
            insert.setLong(next, size);
            long last = after;
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    if (row.getLong(1) != size + leaves.size()) {
                        throw new IllegalStateException("The places of the log were not given in order");
                    }
                    leaves.add(Hash.of(Objects.requireNonNull(row.getBytes(3))));
                    last = row.getLong(2);
                }
            }
            return last;
        }
    }

    /** Adds the subtrees that the new leaves complete. */
    private void grow(long size, List<Hash> leaves) throws SQLException {
        TreeRows rows = new TreeRows(connection);
        List<Hash> level = leaves;
        long from = size;
        for (int height = 0; !level.isEmpty(); height++) {
            long begun = from - from % StoredTree.WIDTH;
            List<Hash> row = new ArrayList<>(begun == from ? List.of() : rows.read(height, begun, from));
            row.addAll(level);
            List<Hash> above = new ArrayList<>();
            long number = begun / StoredTree.WIDTH;
            for (int i = 0; i + StoredTree.WIDTH <= row.size(); i += StoredTree.WIDTH) {
                GrowingTree subtree = new GrowingTree();
                row.subList(i, i + StoredTree.WIDTH).forEach(subtree::append);
                rows.add(height + 1, number + above.size(), subtree.root());
                above.add(subtree.root());
            }
            level = above;
            from = number;
        }
    }

    private void remember(long firstLeaf, int leaves, String horizon, Instant now) throws SQLException {
        String sql = "INSERT INTO audit_batch (first_leaf, leaves, horizon, at) VALUES (?, ?, ?::xid8, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, firstLeaf);
            insert.setInt(2, leaves);
            insert.setString(3, horizon);
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
