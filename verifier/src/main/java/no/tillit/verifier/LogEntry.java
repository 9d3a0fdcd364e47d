package no.tillit.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log as it is hashed: {@link #canonical()} is the content of its leaf.
 *
 * <p>Version 1: the fields in the order below, after the words {@code tillit audit entry v1}; each as four bytes of length,
 * big-endian, and the bytes; an absent one as the length 0xFFFFFFFF alone. Text is UTF-8, a UUID 16 bytes, the time the
 * microseconds since 1970 in eight bytes, big-endian. So no two different entries have the same bytes.
 *
 * @param id drawn at random when written, so that equal deeds are different leaves
 * @param details ciphertext under the key of the person (or project) the entry is about: what it hides goes with that key,
 *     and the leaf stays
 */
public record LogEntry(
        UUID id,
        Instant at,
        String actor,
        String role,
        @Nullable String purpose,
        String action,
        @Nullable UUID project,
        @Nullable UUID participant,
        @Nullable String recordType,
        @Nullable UUID record,
        String outcome,
        @Nullable String reason,
        byte @Nullable [] details) {
    private static final String VERSION = "tillit audit entry v1";
    private static final byte[] ABSENT = {-1, -1, -1, -1};

    /** What the leaf's hash is made from. */
    public byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        add(bytes, VERSION);
        add(bytes, id);
        add(bytes, ByteBuffer.allocate(8).putLong(microseconds(at)).array());
        add(bytes, actor);
        add(bytes, role);
        add(bytes, purpose);
        add(bytes, action);
        add(bytes, project);
        add(bytes, participant);
        add(bytes, recordType);
        add(bytes, record);
        add(bytes, outcome);
        add(bytes, reason);
        add(bytes, details);
        return bytes.toByteArray();
    }

    /** The leaf of this entry in the tree. */
    public Hash leaf() {
        return Hash.leaf(canonical());
    }

    /** A time that no log has, such as infinity, becomes the largest number. */
    private static long microseconds(Instant at) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void add(ByteArrayOutputStream bytes, @Nullable String text) {
        add(bytes, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ByteArrayOutputStream bytes, @Nullable UUID id) {
        add(
                bytes,
                id == null
                        ? null
                        : ByteBuffer.allocate(16)
                                .putLong(id.getMostSignificantBits())
                                .putLong(id.getLeastSignificantBits())
                                .array());
    }

    private static void add(ByteArrayOutputStream bytes, byte @Nullable [] part) {
        if (part == null) {
            bytes.writeBytes(ABSENT);
        } else {
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            bytes.writeBytes(part);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogEntry that && Arrays.equals(canonical(), that.canonical());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "LogEntry[" + id + " " + action + "]";
    }
}
