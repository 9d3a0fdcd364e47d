package no.tillit.storage.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The digest of a blob is the SHA-256 of its last part, which lists the SHA-256 of every segment: who knows the digest can
 * trust the list, and with it each segment alone. Needs no key.
 */
public final class SegmentHashes {
    private final MessageDigest sha256 = sha256();
    private byte[] list;
    private int length;

    /** None yet. */
    public SegmentHashes() {
        this(new byte[0]);
    }

    /** Of a blob's last part. */
    public SegmentHashes(byte[] list) {
        this.list = list.clone();
        this.length = list.length;
    }

    /** Adds the hash of the next segment. */
    public void add(byte[] segment, int bytes) {
        if (length == list.length) {
            list = Arrays.copyOf(list, Math.max(Layout.HASH, 2 * length));
        }
        System.arraycopy(hash(segment, bytes), 0, list, length, Layout.HASH);
        length += Layout.HASH;
    }

    /** Whether these are the bytes of that segment. */
    public boolean matches(int number, byte[] segment, int bytes) {
        int at = number * Layout.HASH;
        return Arrays.equals(hash(segment, bytes), 0, Layout.HASH, list, at, at + Layout.HASH);
    }

    /** The blob's last part. */
    public byte[] list() {
        return Arrays.copyOf(list, length);
    }

    /** The digest that the blob's row keeps. */
    public byte[] digest() {
        return sha256.digest(list());
    }

    private byte[] hash(byte[] segment, int bytes) {
        sha256.update(segment, 0, bytes);
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
