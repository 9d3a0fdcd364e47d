package no.tillit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import no.tillit.audit.internal.CheckpointFolder;
import no.tillit.audit.internal.KeepingTree;
import no.tillit.verifier.RestoreStatement;
import org.jboss.logging.Logger;

/**
 * What is committed is sealed: every entry has its place, and a checkpoint over them is signed, kept in the database and in a
 * folder outside it. Asks no permission: {@code no.tillit.oversight} does.
 */
@ApplicationScoped
public class SealingLog {
    private static final Logger LOG = Logger.getLogger(SealingLog.class);

    @Inject
    private KeepingTree tree;

    @Inject
    private CheckpointFolder folder;

    @Inject
    private AuditLog audit;

    /** Gives what waits its place, unless another node is at it. */
    public void place() {
        boolean more = true;
        while (more) {
            more = tree.placeUnlessOthersDo();
        }
    }

    /**
     * Places what waits and signs it; durable in database and folder when it returns. Empty in an empty log.
     *
     * @throws HistoryBroken when the log does not go on from what was signed before; that is an entry, too
     */
    public Optional<SealedCheckpoint> seal() {
        boolean more = true;
        while (more) {
            more = tree.place();
        }
        try {
            Optional<SealedCheckpoint> sealed = tree.seal();
            sealed.ifPresent(s -> folder.keep(s.history(), s.size(), s.note()));
            folder.keepKey();
            return sealed;
        } catch (HistoryBroken broken) {
            LOG.fatal(
                    "The audit log does not go on from what was signed before: entries are gone or changed. Nothing is"
                            + " signed until this is explained, see docs/operations/audit.md.");
            audit.recordNow(broken(broken.code()));
            throw broken;
        }
    }

    /**
     * Takes an operator's word that a backup was restored, and begins a new history from the last checkpoint that fits.
     *
     * @param entry of the operator's deed
     * @throws no.tillit.kernel.Conflict when nothing is broken
     */
    public RestoreStatement acknowledgeRestore(AuditEntry entry) {
        audit.recordNow(entry);
        return tree.acknowledgeRestore()
                .orElseThrow(() -> new no.tillit.kernel.Conflict(
                        "audit-not-broken",
                        "The log goes on from what was signed before: there is no restore to acknowledge."));
    }

    private static AuditEntry broken(String code) {
        return new AuditEntry("system", "system", null, "audit.sealed", null, null, null, null, Outcome.REFUSED, code);
    }
}
