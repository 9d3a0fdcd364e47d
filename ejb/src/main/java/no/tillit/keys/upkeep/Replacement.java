package no.tillit.keys.upkeep;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldSearch;
import no.tillit.keys.Installation;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.KeyState;
import no.tillit.keys.LogCipher;
import no.tillit.keys.internal.LogKeyTable;
import no.tillit.keys.internal.ReplacedKeys;
import no.tillit.keys.internal.RootKeyState;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootKeys;
import no.tillit.keys.internal.RootRegister;
import no.tillit.keys.internal.SubjectKeyRow;
import no.tillit.keys.internal.SubjectKeyTable;
import no.tillit.keys.internal.SubjectSecrets;

/**
 * A subject's key that may have become known gives way to a new one: everything under it is encrypted anew, looked at again,
 * and only then is the old key destroyed (O-14).
 *
 * <p>Safe while the application runs, on this node or others, and at every crash: run again, it goes on where it stopped.
 * From {@link Step#REPLACED} on nothing new is sealed by the old key, and what lies under it still opens. A subject that is
 * erased meanwhile stays erased: its new key goes with the old one.
 */
public final class Replacement {
    /** In this order; {@link #MOVED} once for each record. */
    public enum Step {
        /** That it begins is on record. */
        BEGUN,
        /** The new key seals from now on, the old one only opens. */
        REPLACED,
        /** Whoever may have sealed by the old key has ended. */
        WRITERS_ENDED,
        /** A record needs the old key no more. */
        MOVED,
        /** All has been looked at again: nothing is left under the old key, everything opens under the new one. */
        VERIFIED,
        /** Whoever may have been reading what was there before has ended. */
        READERS_ENDED,
        /** What was written anew is gone in its old form. */
        REMOVED,
        /** That it has been replaced is on record. */
        RECORDED,
        /** The old key is gone; its tombstone stays. */
        DESTROYED
    }

    /** Told after each step, when what it did is durable. */
    public interface Progress {
        void reached(Step step, String what);
    }

    /** Writes to the audit log, durably. */
    public interface Recording {
        /** @param action past participle, as the log keeps it */
        void record(String action, SubjectId subject, UUID keyId) throws SQLException;
    }

    /** How it ended. */
    public enum Outcome {
        REPLACED,
        /** The subject has been erased, so there is nothing to replace. */
        ERASED
    }

    /** Longer than any transaction of the application takes; the one that sweeps may take longer in a large store. */
    private static final int LONGEST_TRANSACTION_SECONDS = 600;

    private final SubjectKeyTable table;
    private final RootKeyTable rootTable;
    private final RootKeys roots;
    private final SubjectSecrets secrets;
    private final LogCipher logCipher;
    private final ReplacedKeys replaced;
    private final RootRegister register;
    private final DataSource tillit;
    private final Function<String, Optional<String>> setting;
    private final List<UnderSubjectKey> kinds;
    private final Recording log;

    /**
     * @param tillit the application's database, as the application's role
     * @param setting finds a value of the application's configuration by its name
     * @param kinds everything that holds something under a subject's key
     */
    public Replacement(
            KeyPlace keys,
            DataSource tillit,
            Function<String, Optional<String>> setting,
            List<UnderSubjectKey> kinds,
            Recording log,
            Clock clock) {
        this.table = new SubjectKeyTable(keys.database());
        this.rootTable = new RootKeyTable(keys.database());
        this.roots = new RootKeys(keys::store, rootTable, clock);
        this.secrets = new SubjectSecrets(roots, table, clock);
        this.logCipher = new LogCipher(secrets, new LogKeyTable(keys.database()), clock);
        this.replaced = new ReplacedKeys(keys.database(), clock);
        this.register = new RootRegister(keys.database(), clock);
        this.tillit = tillit;
        this.setting = setting;
        this.kinds = List.copyOf(kinds);
        this.log = log;
    }

    /**
     * Whose key is meant.
     *
     * @param id of a participant or project, or of a key
     * @throws UpkeepRefused when nobody has such a key
     */
    public SubjectId subjectOf(UUID id) {
        return replaced.subjectOf(id)
                .orElseThrow(() -> new UpkeepRefused("There is no key with this id, and nobody with a key has it."));
    }

    /** Those whose replacement has stopped half way. */
    public List<SubjectId> unfinished() {
        return replaced.unfinished();
    }

    /** What {@link #run} would do, in words. */
    public List<String> plan(SubjectId subject) throws SQLException {
        SubjectKeyRow present = present(subject);
        Optional<SubjectKeyRow> before = table.replaced(subject);
        List<String> plan = new ArrayList<>();
        plan.add(
                before.isPresent()
                        ? "go on with the replacement of key " + before.get().keyId()
                        : "replace key " + present.keyId() + ", version " + present.version());
        MovingPlace place = place(subject);
        for (UnderSubjectKey kind : kinds) {
            plan.add("encrypt anew: " + MovingRecords.count(place, kind) + " " + kind.what());
        }
        plan.add("look at all of it again, and destroy the old key for ever");
        return plan;
    }

    /**
     * Replaces the key, or finishes a replacement that stopped.
     *
     * @throws UpkeepRefused when the keys are not in the state this needs, or something does not open: the old key is kept
     */
    public Outcome run(SubjectId subject, Progress progress) {
        return register.alone(() -> {
            try {
                return replace(subject, progress);
            } catch (KeyDestroyed erased) {
                removeLeftovers(place(subject));
                return Outcome.ERASED;
            } catch (SQLException e) {
                throw new UpkeepRefused("A database does not answer as it must: " + e.getMessage()
                        + " Run it again: it goes on from here.");
            }
        });
    }

    private Outcome replace(SubjectId subject, Progress progress) throws SQLException {
        SubjectKeyRow present = present(subject);
        if (table.replaced(subject).isEmpty()) {
            present = begin(present, progress);
        }
        MovingPlace place = place(subject);
        place.awaitTransactions(LONGEST_TRANSACTION_SECONDS);
        progress.reached(Step.WRITERS_ENDED, "nothing is sealed by the old key any more");
        logCipher.rewrap(subject);
        new MovingRecords(place, kinds).moveAll(what -> progress.reached(Step.MOVED, what));
        if (!logCipher.isRewrapped(subject)) {
            throw new UpkeepRefused("The old key is kept: a key of the log is left under it. Run it again.");
        }
        progress.reached(Step.VERIFIED, "nothing is left under the old key, and everything opens under the new one");
        place.awaitTransactions(LONGEST_TRANSACTION_SECONDS);
        progress.reached(Step.READERS_ENDED, "nobody reads what was there before");
        removeLeftovers(place);
        progress.reached(Step.REMOVED, "the old ciphertext is removed");
        log.record("subject-key.replaced", subject, present.keyId());
        progress.reached(Step.RECORDED, "it is on record");
        replaced.destroy(subject);
        progress.reached(Step.DESTROYED, "the old key is destroyed; the new one is " + present.keyId());
        return Outcome.REPLACED;
    }

    private SubjectKeyRow begin(SubjectKeyRow present, Progress progress) throws SQLException {
        requireNoRotation();
        log.record("subject-key.replacement-begun", present.subject(), present.keyId());
        progress.reached(Step.BEGUN, "the replacement of key " + present.keyId() + " is on record");
        SubjectKeyRow successor = secrets.successor(present, roots.currentVersion());
        if (!replaced.replace(present, successor)) {
            throw new KeyDestroyed();
        }
        progress.reached(Step.REPLACED, "key " + successor.keyId() + " seals from now on");
        return successor;
    }

    private SubjectKeyRow present(SubjectId subject) {
        SubjectKeyRow present = table.find(subject).orElseThrow(() -> new UpkeepRefused("There is no such key."));
        if (present.state() != KeyState.ACTIVE) {
            throw new KeyDestroyed();
        }
        return present;
    }

    private void requireNoRotation() {
        if (rootTable.all().stream().anyMatch(root -> root.state() == RootKeyState.RETIRING)) {
            throw new UpkeepRefused("A rotation of the root key has stopped half way. Run keys rotate first.");
        }
    }

    private MovingPlace place(SubjectId subject) {
        return new MovingPlace(
                subject,
                new FieldCipher(secrets),
                new FieldSearch(secrets),
                new DocumentKeys(secrets),
                new Installation(rootTable),
                tillit,
                setting);
    }

    private void removeLeftovers(MovingPlace place) {
        try {
            for (UnderSubjectKey kind : kinds) {
                kind.removeLeftovers(place);
            }
        } catch (SQLException e) {
            throw new UpkeepRefused("The database does not answer as it must: " + e.getMessage());
        }
    }
}
