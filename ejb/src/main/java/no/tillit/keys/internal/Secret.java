package no.tillit.keys.internal;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The 32 bytes of one key, alive until closed. Closing wipes them; afterwards every use fails. Never printed.
 *
 * <p>The owner closes it, with try-with-resources.
 */
public final class Secret implements AutoCloseable {
    public static final int LENGTH = 32;

    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key has " + LENGTH + " bytes");
        }
        this.bytes = bytes;
    }

    public static Secret random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    /** Takes the array over, which the caller must not use again. */
    public static Secret adopt(byte[] bytes) {
        return new Secret(bytes);
    }

    /** The live array, for the length of one call: not to be kept, changed or returned. */
    public byte[] live() {
        if (closed) {
            throw new IllegalStateException("the key has been wiped");
        }
        return bytes;
    }

    /** A key of its own for one use of this one (HKDF-SHA-256), so that no key serves two purposes. */
    public Secret derive(String use) {
        return new Secret(hkdf(live(), use.getBytes(StandardCharsets.UTF_8)));
    }

    /** 32 bytes that name this key without revealing it: a ciphertext that carries them commits to one key. */
    public byte[] keyCheckValue() {
        return hkdf(live(), "tillit key check value".getBytes(StandardCharsets.UTF_8));
    }

    /** HKDF-SHA-256 without salt to 32 bytes. */
    public static byte[] hkdf(byte[] input, byte[] info) {
        try {
            return Hkdf.computeHkdf("HMACSHA256", input, new byte[0], info, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
