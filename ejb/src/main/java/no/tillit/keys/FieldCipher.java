package no.tillit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.internal.Envelope;
import no.tillit.keys.internal.Secret;
import no.tillit.keys.internal.SubjectSecrets;
import no.tillit.keys.internal.SubjectSecrets.LivingKey;

/**
 * A field about a person lies in the database as ciphertext under that person's key, bound to its table, column and row
 * (O-08, O-14).
 *
 * <p>Hides what it says, not how long it is (ciphertext is 29 bytes longer than the UTF-8 text). The same text gives
 * different bytes each time, so it cannot be searched.
 */
@ApplicationScoped
public class FieldCipher {
    private final SubjectSecrets secrets;
    private final Envelope envelope = new Envelope(new SecureRandom());

    @Inject
    public FieldCipher(SubjectSecrets secrets) {
        this.secrets = secrets;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected FieldCipher() {
        this(null);
    }

    /**
     * @throws KeyDestroyed when the subject has been erased
     * @throws KeyAbsent when the subject was not provisioned
     */
    public byte[] encrypt(SubjectId subject, FieldContext context, String text) {
        try (var living = secrets.living(subject)) {
            return seal(envelope, living, subject, context, text);
        }
    }

    /**
     * @throws KeyDestroyed when the subject has been erased
     * @throws Tampered when the bytes were changed, or belong to another field, row or person
     */
    public String decrypt(SubjectId subject, FieldContext context, byte[] ciphertext) {
        return secrets.opening(subject, living -> open(living, subject, context, ciphertext));
    }

    /** Whether it opens under the subject's present key, and not only under one that is being replaced. */
    public boolean isCurrent(SubjectId subject, FieldContext context, byte[] ciphertext) {
        try (var living = secrets.living(subject)) {
            return open(living, subject, context, ciphertext) != null;
        } catch (Tampered underAnother) {
            return false;
        }
    }

    static byte[] seal(Envelope envelope, LivingKey living, SubjectId subject, FieldContext context, String text) {
        byte[] plaintext = text.getBytes(StandardCharsets.UTF_8);
        try (Secret key = living.secret().derive("fields")) {
            return envelope.seal(key, plaintext, place(subject, context));
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    private String open(LivingKey living, SubjectId subject, FieldContext context, byte[] ciphertext) {
        try (Secret key = living.secret().derive("fields")) {
            byte[] plaintext = envelope.open(key, ciphertext, place(subject, context));
            try {
                return new String(plaintext, StandardCharsets.UTF_8);
            } finally {
                Arrays.fill(plaintext, (byte) 0);
            }
        }
    }

    private static AssociatedData place(SubjectId subject, FieldContext context) {
        return AssociatedData.of("tillit field")
                .and(context.table())
                .and(context.column())
                .and(context.row())
                .and(subject.value());
    }
}
