package no.tillit.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;

/**
 * What a ciphertext is bound to: a purpose and the names of its place, each part with its length in front, so that no two
 * different lists give the same bytes.
 */
public final class AssociatedData {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private AssociatedData() {}

    /** @param purpose what kind of ciphertext this is, the same for all of its kind */
    public static AssociatedData of(String purpose) {
        return new AssociatedData().and(purpose);
    }

    public AssociatedData and(String part) {
        return and(part.getBytes(StandardCharsets.UTF_8));
    }

    public AssociatedData and(UUID part) {
        return and(uuid(part));
    }

    public AssociatedData and(int part) {
        return and(ByteBuffer.allocate(Integer.BYTES).putInt(part).array());
    }

    /** A set, in one order whatever the order given. */
    public AssociatedData and(Collection<UUID> set) {
        var sorted = set.stream().sorted().toList();
        var all = ByteBuffer.allocate(sorted.size() * 16);
        sorted.forEach(id -> all.put(uuid(id)));
        return and(all.array());
    }

    public AssociatedData and(byte[] part) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        bytes.writeBytes(part);
        return this;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private static byte[] uuid(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
