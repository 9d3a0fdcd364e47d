package no.tillit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.internal.SubjectKeyRow;
import no.tillit.keys.internal.SubjectKeyTable;
import no.tillit.keys.internal.SubjectSecrets;

/**
 * A person's data is readable exactly as long as the person's key exists: destroying the key erases every copy, backups
 * too (GDPR Art 17, O-23).
 *
 * <p>{@code ABSENT → ACTIVE → DESTROYING → DESTROYED}, never back. A tombstone stays for ever, so nothing provisions an
 * erased person again. Every call commits at once, whatever the caller's transaction does.
 */
@ApplicationScoped
public class SubjectKeys {
    private final SubjectKeyTable table;
    private final SubjectSecrets secrets;
    private final Clock clock;

    @Inject
    public SubjectKeys(SubjectKeyTable table, SubjectSecrets secrets, Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected SubjectKeys() {
        this(null, null, null);
    }

    /**
     * Gives the subject a key; does nothing if it has an active one.
     *
     * @throws KeyDestroyed when the subject has been erased, or is about to be
     */
    public void provision(SubjectId subject) {
        if (state(subject) == KeyState.ABSENT) {
            secrets.make(subject, KeyState.ACTIVE);
        }
        if (state(subject) != KeyState.ACTIVE) {
            throw new KeyDestroyed();
        }
    }

    /** Whether none of these people's keys is there any more; a subject that never had one counts as not destroyed. */
    public boolean areDestroyed(Collection<SubjectId> subjects) {
        return table.find(subjects).stream()
                        .filter(row -> row.state() == KeyState.DESTROYED)
                        .count()
                == subjects.stream().distinct().count();
    }

    /** Where the subject's key is now. */
    public KeyState state(SubjectId subject) {
        return table.find(subject).map(SubjectKeyRow::state).orElse(KeyState.ABSENT);
    }

    /**
     * Names the key without revealing it, in 64 hex digits; still there after destruction, as evidence.
     *
     * @throws KeyAbsent when the subject never had one
     */
    public String keyCheckValue(SubjectId subject) {
        return HexFormat.of()
                .formatHex(table.find(subject).orElseThrow(KeyAbsent::new).keyCheckValue());
    }

    /**
     * From now on nothing of the subject is encrypted or decrypted. A subject that never had a key gets one that is
     * already being destroyed: someone in the erasure register stays erased even in a database that never saw them.
     */
    public void beginDestruction(SubjectId subject) {
        if (state(subject) == KeyState.ABSENT) {
            secrets.make(subject, KeyState.DESTROYING);
        }
        table.beginDestruction(List.of(subject), clock.now());
    }

    /**
     * Destroys the key's bytes and leaves the tombstone. Does nothing if they are gone already.
     *
     * @throws IllegalStateException when destruction was not begun
     */
    public void destroy(SubjectId subject) {
        table.destroy(List.of(subject), clock.now());
        if (state(subject) != KeyState.DESTROYED) {
            throw new IllegalStateException("beginDestruction comes before destroy");
        }
    }

    /**
     * Destroys the keys of all of these people, whatever state they are in, at the cost of a few statements for all together.
     * May be repeated after a crash: those destroyed already stay so.
     *
     * @param subjects a thousand or so at most
     * @return each one's {@linkplain #keyCheckValue key-check value}, as evidence
     */
    public Map<SubjectId, String> destroyAll(Collection<SubjectId> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Set<SubjectId> known =
                table.find(subjects).stream().map(SubjectKeyRow::subject).collect(Collectors.toSet());
        subjects.stream()
                .filter(subject -> !known.contains(subject))
                .forEach(subject -> secrets.make(subject, KeyState.DESTROYING));
        table.beginDestruction(subjects, clock.now());
        table.destroy(subjects, clock.now());
        Map<SubjectId, String> values = new HashMap<>();
        for (SubjectKeyRow row : table.find(subjects)) {
            if (row.state() != KeyState.DESTROYED) {
                throw new IllegalStateException("a key is still " + row.state());
            }
            values.put(row.subject(), HexFormat.of().formatHex(row.keyCheckValue()));
        }
        return values;
    }
}
