package no.tillit.audit.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import no.tillit.audit.HistoryBroken;
import no.tillit.audit.SealedCheckpoint;
import no.tillit.audit.internal.CheckpointFolder.Kept;
import no.tillit.verifier.Checkpoint;
import no.tillit.verifier.Hash;
import no.tillit.verifier.RestoreStatement;
import no.tillit.verifier.StoredTree;

/**
 * The log signs its size and root, and never anything that does not go on from what it signed before, be that in the
 * database or in the folder outside it: a database that was set back is noticed here.
 */
public final class Sealing {
    private final CheckpointRows rows;
    private final TreeRows leaves;
    private final StoredTree tree;
    private final CheckpointFolder folder;
    private final LogName name;

    /** The lock of {@link Sequencing} must be held. */
    public Sealing(Connection connection, CheckpointFolder folder, LogName name) {
        this.rows = new CheckpointRows(connection);
        this.leaves = new TreeRows(connection);
        this.tree = leaves.tree();
        this.folder = folder;
        this.name = name;
    }

    /**
     * Signs what has its place now. The one signed before when nothing was added; empty in an empty log.
     *
     * @throws HistoryBroken when the log does not go on from what was signed before
     */
    public Optional<SealedCheckpoint> seal(Instant now) throws SQLException {
        long size = leaves.size();
        int history = rows.history();
        requireUnbroken(history, size);
        Optional<SealedCheckpoint> last = rows.last();
        if (size == 0
                || last.filter(l -> l.history() == history && l.size() == size).isPresent()) {
            return last;
        }
        Checkpoint checkpoint = new Checkpoint(name.origin(history), size, tree.root(size));
        SealedCheckpoint sealed = new SealedCheckpoint(
                history,
                size,
                checkpoint.root().base64(),
                now,
                name.sign(history, checkpoint.text()).toString());
        rows.add(sealed);
        return Optional.of(sealed);
    }

    /**
     * Says that the log was set back by a restore: up to the last checkpoint that still fits it is the old one, and a new
     * history begins.
     *
     * @return the signed statement; empty when nothing is broken
     */
    public Optional<RestoreStatement> acknowledge(Instant now) throws SQLException {
        long size = leaves.size();
        int history = rows.history();
        Optional<Checkpoint> lost = broken(history, size);
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        int next = 1 + Math.max(history, folder.last().map(Kept::history).orElse(0));
        Checkpoint kept = lastThatFits(size, next);
        RestoreStatement statement = new RestoreStatement(name.origin(next), kept.size(), kept.root(), lost.get());
        String note = name.sign(next, statement.text()).toString();
        rows.addRestore(next, note, now);
        folder.keepRestore(next, note);
        return Optional.of(statement);
    }

    /** @throws HistoryBroken when the log does not go on from what was signed before */
    public void requireUnbroken() throws SQLException {
        requireUnbroken(rows.history(), leaves.size());
    }

    private void requireUnbroken(int history, long size) throws SQLException {
        if (broken(history, size).isPresent()) {
            throw new HistoryBroken();
        }
    }

    /** A checkpoint that the log does not go on from. */
    private Optional<Checkpoint> broken(int history, long size) throws SQLException {
        Optional<Kept> outside = folder.last();
        if (outside.filter(kept -> kept.history() > history
                        || (kept.history() == history
                                && !fits(
                                        kept.checkpoint().size(),
                                        kept.checkpoint().root(),
                                        size)))
                .isPresent()) {
            return outside.map(Kept::checkpoint);
        }
        Optional<Checkpoint> inside = rows.last()
                .filter(last -> last.history() == history)
                .map(SealedCheckpoint::checkpoint)
                .or(() -> keptBy(history));
        return inside.filter(last -> !fits(last.size(), last.root(), size));
    }

    /** What a restore said is still there, when nothing was signed since. */
    private Optional<Checkpoint> keptBy(int history) {
        try {
            return rows.restores().stream()
                    .filter(restore -> restore.origin().equals(name.origin(history)))
                    .map(restore -> new Checkpoint(restore.origin(), restore.kept(), restore.keptRoot()))
                    .findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("The restores of the log cannot be read", e);
        }
    }

    private Checkpoint lastThatFits(long size, int next) throws SQLException {
        int offset = 0;
        while (true) {
            var page = rows.page(100, offset);
            if (page.isEmpty()) {
                return new Checkpoint(name.origin(next), 0, Hash.EMPTY);
            }
            for (SealedCheckpoint each : page) {
                if (fits(each.size(), each.rootHash(), size)) {
                    return each.checkpoint();
                }
            }
            offset += page.size();
        }
    }

    private boolean fits(long signedSize, Hash signedRoot, long size) {
        if (signedSize > size) {
            return false;
        }
        try {
            return tree.root(signedSize).equals(signedRoot);
        } catch (TreeBroken e) {
            return false;
        }
    }
}
