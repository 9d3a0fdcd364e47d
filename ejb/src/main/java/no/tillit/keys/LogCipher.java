package no.tillit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.internal.Envelope;
import no.tillit.keys.internal.LogKeyRow;
import no.tillit.keys.internal.LogKeyTable;
import no.tillit.keys.internal.Secret;
import no.tillit.keys.internal.SubjectSecrets;
import no.tillit.keys.internal.SubjectSecrets.LivingKey;

/**
 * What the log keeps about somebody in words: ciphertext that is hashed as it is and never changes, readable while the
 * subject's key lives (O-14, O-24). {@code version of the key (4) | envelope}, bound to the subject and the entry.
 *
 * <p>It lies under a key of its own, wrapped under the subject's, so that replacing the subject's key leaves the log as it
 * stands. What is written after a replacement lies under another.
 */
@ApplicationScoped
public class LogCipher {
    private static final int ATTEMPTS = 3;

    private final SubjectSecrets secrets;
    private final LogKeyTable table;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Envelope envelope = new Envelope(random);

    @Inject
    public LogCipher(SubjectSecrets secrets, LogKeyTable table, Clock clock) {
        this.secrets = secrets;
        this.table = table;
        this.clock = clock;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected LogCipher() {
        this(null, null, null);
    }

    /**
     * @param entry the id of the entry of the log
     * @throws KeyDestroyed when the subject has been erased
     */
    public byte[] seal(SubjectId subject, UUID entry, String text) {
        byte[] plaintext = text.getBytes(StandardCharsets.UTF_8);
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<byte[]> sealed = sealUnderPresent(subject, entry, plaintext);
                if (sealed.isPresent()) {
                    return sealed.get();
                }
            }
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
        throw new KeysUnavailable(new IllegalStateException("the subject's key is being replaced"));
    }

    /** Empty when the subject's key is replaced in this moment. */
    private Optional<byte[]> sealUnderPresent(SubjectId subject, UUID entry, byte[] plaintext) {
        try (LivingKey living = secrets.living(subject)) {
            return table.madeUnder(subject, living.keyId())
                    .or(() -> make(subject, living))
                    .map(row -> {
                        try (Secret key = open(row, living)) {
                            byte[] sealed = envelope.seal(key, plaintext, place(row, entry));
                            return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                                    .putInt(row.version())
                                    .put(sealed)
                                    .array();
                        }
                    });
        }
    }

    /**
     * @throws KeyDestroyed when the subject has been erased
     * @throws Tampered when the bytes were changed, or belong to another entry or subject
     */
    public String open(SubjectId subject, UUID entry, byte[] details) {
        if (details.length <= Integer.BYTES) {
            throw new Tampered("Details of the log are cut");
        }
        byte[] sealed = Arrays.copyOfRange(details, Integer.BYTES, details.length);
        byte[] plaintext = secrets.opening(subject, living -> {
            LogKeyRow row = table.find(subject, ByteBuffer.wrap(details).getInt())
                    .orElseThrow(() -> new Tampered("Details of the log name a key that is not there"));
            try (Secret key = open(row, living)) {
                return envelope.open(key, sealed, place(row, entry));
            }
        });
        return new String(plaintext, StandardCharsets.UTF_8);
    }

    /** Wraps all of the subject's keys of the log under its present key; nothing else of the log changes. */
    public void rewrap(SubjectId subject) {
        UUID present = secrets.keyIds(Set.of(subject)).get(subject);
        for (LogKeyRow row : table.notUnder(subject, Objects.requireNonNull(present))) {
            try (Secret key = secrets.opening(subject, living -> open(row, living));
                    LivingKey living = secrets.living(subject)) {
                table.rewrap(wrapped(row.subject(), row.version(), row.keyId(), key, living));
            }
        }
    }

    /** Whether all of them open under the present key alone. */
    public boolean isRewrapped(SubjectId subject) {
        try (LivingKey living = secrets.living(subject)) {
            return table.notUnder(subject, living.keyId()).isEmpty();
        }
    }

    private Optional<LogKeyRow> make(SubjectId subject, LivingKey living) {
        try (Secret key = Secret.random(random)) {
            table.addUnlessThere(
                    wrapped(subject, table.nextVersion(subject), UUID.randomUUID(), key, living), clock.now());
        }
        return table.madeUnder(subject, living.keyId());
    }

    private LogKeyRow wrapped(SubjectId subject, int version, UUID keyId, Secret key, LivingKey living) {
        LogKeyRow row = new LogKeyRow(subject, version, keyId, living.keyId(), null, key.keyCheckValue());
        try (Secret wrapping = living.secret().derive("log keys")) {
            return new LogKeyRow(
                    subject,
                    version,
                    keyId,
                    living.keyId(),
                    envelope.seal(wrapping, key.live(), row.place()),
                    key.keyCheckValue());
        }
    }

    private Secret open(LogKeyRow row, LivingKey living) {
        byte[] wrapped = row.wrapped();
        if (wrapped == null) {
            throw new KeyDestroyed();
        }
        try (Secret wrapping = living.secret().derive("log keys")) {
            Secret key = Secret.adopt(envelope.open(wrapping, wrapped, row.place()));
            if (!MessageDigest.isEqual(key.keyCheckValue(), row.keyCheckValue())) {
                key.close();
                throw new Tampered("A key of the log does not match its check value");
            }
            return key;
        }
    }

    private static AssociatedData place(LogKeyRow row, UUID entry) {
        return AssociatedData.of("tillit log details")
                .and(row.keyId())
                .and(row.subject().value())
                .and(entry);
    }
}
