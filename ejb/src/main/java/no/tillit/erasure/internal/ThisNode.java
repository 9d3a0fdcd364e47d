package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.tillit.erasure.DeletionJobId;

/** This process among those that carry out deletions, until it ends: who starts anew is another, and knows of no run. */
@ApplicationScoped
public class ThisNode {
    private final UUID id = UUID.randomUUID();
    private final Set<DeletionJobId> runs = ConcurrentHashMap.newKeySet();

    public UUID id() {
        return id;
    }

    /**
     * Whether a run of this deletion may begin here, which it then has: never beside another that has been silent for long and has not
     * ended. Both would be this node, and neither would find out.
     */
    public boolean begins(DeletionJobId deletion) {
        return runs.add(deletion);
    }

    /** The run has ended, or did not begin after all. */
    public void ended(DeletionJobId deletion) {
        runs.remove(deletion);
    }

    /** How many runs have not ended here, also those that another node has taken over since. */
    public int running() {
        return runs.size();
    }
}
