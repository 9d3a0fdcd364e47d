package no.tillit.audit;

import no.tillit.kernel.Conflict;

/**
 * The log does not go on from what it signed before: entries are gone or others stand in their place. Nothing is signed
 * until an operator says that this was a restore from a backup.
 */
public class HistoryBroken extends Conflict {
    private static final long serialVersionUID = 1L;

    public HistoryBroken() {
        super(
                "audit-history-broken",
                "The log is not the one that was signed before: entries are missing or changed. If a backup was restored,"
                        + " an operator acknowledges it; otherwise this is an incident.");
    }
}
