package no.tillit.keys.upkeep;

import java.util.List;
import no.tillit.kernel.Clock;
import no.tillit.keys.internal.Rewrapping;
import no.tillit.keys.internal.RootKeyRow;
import no.tillit.keys.internal.RootKeyState;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootRegister;
import no.tillit.keys.internal.RootStore;

/**
 * A new root takes the place of the old: every living key is wrapped again, then the old root is destroyed, and with it
 * every backup of the key database from before (O-23).
 *
 * <p>Safe while the application runs, on this node or others, and at every crash: run again, it goes on where it stopped.
 * The old root is destroyed only when the database itself agrees that nothing living needs it.
 */
public final class Rotation {
    /** In this order; {@link #REWRAPPED} once for each batch. */
    public enum Step {
        /** The new version is in the store. */
        MADE,
        /** The database knows it: it wraps from now on, the old one only unwraps. */
        RECORDED,
        /** A batch of keys lies under the new version. */
        REWRAPPED,
        /** Nothing living is left under the old version. */
        NONE_LEFT,
        /** The old version is gone from the store. */
        DESTROYED,
        /** The database knows that it is gone. */
        FINISHED
    }

    /** Told after each step, when what it did is durable. */
    public interface Progress {
        void reached(Step step, String what);
    }

    private final RootStore store;
    private final RootKeyTable table;
    private final RootRegister register;
    private final Rewrapping rewrapping;

    public Rotation(KeyPlace place, Clock clock) {
        this.store = place.store();
        this.table = new RootKeyTable(place.database());
        this.register = new RootRegister(place.database(), clock);
        this.rewrapping = new Rewrapping(store, place.database());
    }

    /** What {@link #run} would do, in words. */
    public List<String> plan() {
        int active = active();
        List<Integer> retiring = retiring();
        int next = retiring.isEmpty() ? active + 1 : active;
        long keys = retiring.isEmpty()
                ? rewrapping.left(active)
                : retiring.stream().mapToLong(rewrapping::left).sum();
        String begin = retiring.isEmpty()
                ? (store.versions().contains(next) ? "use the prepared" : "make") + " root key version " + next
                : "go on with the rotation to root key version " + active;
        return List.of(
                begin + " in " + store,
                "wrap " + keys + " living keys under version " + next,
                "destroy version " + (retiring.isEmpty() ? List.of(active) : retiring) + " for ever");
    }

    /** Only makes the new version in the store, so that it can be brought to every node before it is used. */
    public int prepare() {
        return register.alone(() -> {
            int next = active() + 1;
            make(next);
            return next;
        });
    }

    /**
     * Rotates, or finishes a rotation that stopped.
     *
     * @return the version that wraps now
     * @throws UpkeepRefused when another rotation is at work, or keys do not open under the old root: it is kept then
     */
    public int run(Progress progress) {
        return register.alone(() -> {
            if (retiring().isEmpty()) {
                int next = active() + 1;
                make(next);
                progress.reached(Step.MADE, "root key version " + next + " is in the store");
                register.succeed(next, store.keyCheckValue(next));
                progress.reached(Step.RECORDED, "version " + next + " wraps new keys from now on");
            }
            int active = active();
            for (int old : retiring()) {
                retire(old, active, progress);
            }
            return active;
        });
    }

    private void retire(int old, int active, Progress progress) {
        long all = rewrapping.left(old);
        while (rewrapping.batch(old, active)) {
            progress.reached(
                    Step.REWRAPPED,
                    all - rewrapping.left(old) + " of " + all + " keys are wrapped under version " + active);
        }
        if (!rewrapping.unopened().isEmpty()) {
            throw new UpkeepRefused("Root key version " + old + " is kept: these keys do not open under it, which is an"
                    + " incident (docs/operations/keys.md). Key ids: " + rewrapping.unopened());
        }
        if (rewrapping.left(old) > 0) {
            throw new UpkeepRefused("Keys are left under root key version " + old + "; run the rotation again.");
        }
        progress.reached(Step.NONE_LEFT, "nothing living is under version " + old);
        store.destroy(old);
        progress.reached(Step.DESTROYED, "version " + old + " is gone from the store");
        register.destroyed(old);
        progress.reached(Step.FINISHED, "root key version " + old + " is destroyed");
    }

    private void make(int version) {
        if (!store.versions().contains(version)) {
            store.create(version);
        }
    }

    private int active() {
        return table.active().orElseThrow(() -> new UpkeepRefused("There is no root key yet. Start Tillit once."));
    }

    private List<Integer> retiring() {
        return table.all().stream()
                .filter(row -> row.state() == RootKeyState.RETIRING)
                .map(RootKeyRow::version)
                .toList();
    }
}
