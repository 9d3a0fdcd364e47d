package no.tillit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import no.tillit.audit.internal.CheckpointFolder;
import no.tillit.audit.internal.LogName;
import no.tillit.verifier.Checkpoint;
import no.tillit.verifier.Hash;

/**
 * Signs how far something other than the log has come, in the folder of checkpoints, which nobody sets back: so that a copy of it
 * that is too old is told from one that is complete (https://c2sp.org/tlog-checkpoint, under a name of its own).
 */
@ApplicationScoped
public class OutsideWitness {
    @Inject
    private CheckpointFolder folder;

    @Inject
    private LogName name;

    public OutsideWitness() {}

    public OutsideWitness(CheckpointFolder folder, LogName name) {
        this.folder = folder;
        this.name = name;
    }

    /**
     * Durable when this returns.
     *
     * @param what is counted, in kebab case; part of the file's name and of the name that is signed under
     * @param size how many there are
     * @param root a hash over all of them
     */
    public void keep(String what, long size, Hash root) {
        String origin = name.keyOf(what).name();
        folder.keepOf(
                what,
                size,
                name.signOf(what, new Checkpoint(origin, size, root).text()).toString());
    }

    /** The furthest that was witnessed; empty when nothing was. */
    public Optional<Checkpoint> last(String what) {
        return folder.lastOf(what);
    }
}
