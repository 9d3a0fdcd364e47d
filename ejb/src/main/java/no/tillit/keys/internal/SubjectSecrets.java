package no.tillit.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyAbsent;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.KeyState;
import no.tillit.keys.Tampered;

/** A subject's key is opened only while it is active, for the length of one call, and only if it is the right one. */
@ApplicationScoped
public class SubjectSecrets {
    private final RootKeys roots;
    private final SubjectKeyTable table;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public SubjectSecrets(RootKeys roots, SubjectKeyTable table, Clock clock) {
        this.roots = roots;
        this.table = table;
        this.clock = clock;
        this.random = new SecureRandom();
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected SubjectSecrets() {
        this(null, null, null);
    }

    /** Gives the subject a key in this state, unless there is a row already. */
    public void make(SubjectId subject, KeyState state) {
        roots.underCurrent(rootVersion -> {
            UUID keyId = UUID.randomUUID();
            try (Secret secret = Secret.random(random)) {
                byte[] wrapped = roots.seal(rootVersion, secret, SubjectKeyRow.place(subject, keyId, 1, rootVersion));
                table.addUnlessThere(
                        new SubjectKeyRow(subject, keyId, 1, rootVersion, wrapped, secret.keyCheckValue(), state),
                        clock.now());
            }
        });
    }

    /**
     * The subject's living key; the caller closes it.
     *
     * @throws KeyDestroyed once destruction has begun
     * @throws KeyAbsent when the subject never had one
     * @throws Tampered when the row does not hold the key it was made with
     */
    public LivingKey living(SubjectId subject) {
        SubjectKeyRow row = active(subject);
        return new LivingKey(
                row.keyId(), roots.open(row.wrappedKey(), () -> active(subject).wrappedKey()));
    }

    /**
     * Opens something by the subject's present key or, while that one is new and not everything has been moved to it, by the
     * one it replaces.
     *
     * @throws Tampered when neither opens it
     */
    public <T> T opening(SubjectId subject, Function<LivingKey, T> opening) {
        try (LivingKey living = living(subject)) {
            return opening.apply(living);
        } catch (Tampered noticed) {
            SubjectKeyRow replaced = table.replaced(subject).orElseThrow(() -> noticed);
            try (LivingKey before = replaced(replaced)) {
                return opening.apply(before);
            }
        }
    }

    /** The same by each of them. */
    public <T> List<T> all(SubjectId subject, Function<LivingKey, T> opening) {
        List<T> answers = new ArrayList<>();
        try (LivingKey living = living(subject)) {
            answers.add(opening.apply(living));
        }
        table.replaced(subject).ifPresent(row -> {
            try (LivingKey before = replaced(row)) {
                answers.add(opening.apply(before));
            }
        });
        return answers;
    }

    /**
     * The ids of the subjects' present keys.
     *
     * @throws KeyDestroyed as in {@link #living}, for any of them
     * @throws KeyAbsent as in {@link #living}
     */
    public Map<SubjectId, UUID> keyIds(Set<SubjectId> subjects) {
        Map<SubjectId, UUID> ids = new HashMap<>();
        for (SubjectKeyRow row : table.find(subjects)) {
            ids.put(requireActive(row).subject(), row.keyId());
        }
        if (ids.size() < subjects.size()) {
            throw new KeyAbsent();
        }
        return ids;
    }

    /** A new version of the subject's key; nothing is kept. */
    public SubjectKeyRow successor(SubjectKeyRow before, int rootVersion) {
        UUID keyId = UUID.randomUUID();
        int version = before.version() + 1;
        try (Secret secret = Secret.random(random)) {
            return new SubjectKeyRow(
                    before.subject(),
                    keyId,
                    version,
                    rootVersion,
                    roots.seal(rootVersion, secret, SubjectKeyRow.place(before.subject(), keyId, version, rootVersion)),
                    secret.keyCheckValue(),
                    KeyState.ACTIVE);
        }
    }

    private LivingKey replaced(SubjectKeyRow row) {
        return new LivingKey(
                row.keyId(),
                roots.open(
                        row.wrappedKey(),
                        () -> table.replaced(row.subject()).orElse(row).wrappedKey()));
    }

    private SubjectKeyRow active(SubjectId subject) {
        return requireActive(table.find(subject).orElseThrow(KeyAbsent::new));
    }

    private static SubjectKeyRow requireActive(SubjectKeyRow row) {
        if (row.state() != KeyState.ACTIVE) {
            throw new KeyDestroyed();
        }
        return row;
    }

    /** A key with the id that ciphertexts name as their parent. */
    public record LivingKey(UUID keyId, Secret secret) implements AutoCloseable {
        @Override
        public void close() {
            secret.close();
        }
    }
}
