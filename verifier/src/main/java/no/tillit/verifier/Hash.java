package no.tillit.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 hash in the Merkle tree of RFC 6962: a leaf's input begins with 0x00 and a node's with 0x01, so that neither can
 * be taken for the other.
 */
public final class Hash {
    /** The root of a tree without leaves: the hash of nothing. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private static final int LENGTH = 32;
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hash::sha256);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /** @throws IllegalArgumentException unless it is standard base64 of 32 bytes */
    public static Hash ofBase64(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    /** The hash of a leaf with this content. */
    public static Hash leaf(byte[] content) {
        MessageDigest digest = DIGEST.get();
        digest.update((byte) 0);
        return new Hash(digest.digest(content));
    }

    /** The hash of the node above these two. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = DIGEST.get();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In hex, as {@code sha256sum} prints it. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
