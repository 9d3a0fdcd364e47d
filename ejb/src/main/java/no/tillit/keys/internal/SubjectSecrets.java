package no.tillit.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.UUID;
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

    private SubjectKeyRow active(SubjectId subject) {
        SubjectKeyRow row = table.find(subject).orElseThrow(KeyAbsent::new);
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
