package no.tillit.keys.internal;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import no.tillit.keys.AssociatedData;
import no.tillit.keys.Tampered;
import org.jspecify.annotations.Nullable;

/**
 * Few bytes sealed under a key and bound to their place: {@code suite (1) | nonce (12) | AES-256-GCM ciphertext and tag
 * (16)}.
 *
 * <p>Guarantees secrecy and that nothing but the same key and the same associated data opens it. Does not hide length.
 * Nonces are random: at most 2^32 seals per key.
 */
public final class Envelope {
    /** AES-256-GCM, random nonce. Another number means another format. */
    public static final byte SUITE = 1;

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecureRandom random;

    public Envelope(SecureRandom random) {
        this.random = random;
    }

    public byte[] seal(Secret key, byte[] plaintext, AssociatedData place) {
        try {
            return seal(new SecretKeySpec(key.live(), "AES"), null, plaintext, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    /** @throws Tampered when it was not sealed by this key for this place, or is of an unknown suite */
    public byte[] open(Secret key, byte[] sealed, AssociatedData place) {
        try {
            return open(new SecretKeySpec(key.live(), "AES"), null, sealed, place);
        } catch (AEADBadTagException e) {
            throw changed(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    /** The same under a key that lives in {@code token}, or in this Java. */
    byte[] seal(SecretKey key, @Nullable Provider token, byte[] plaintext, AssociatedData place)
            throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] ciphertext =
                cipher(Cipher.ENCRYPT_MODE, key, token, nonce, place).doFinal(plaintext);
        byte[] sealed = new byte[1 + NONCE + ciphertext.length];
        sealed[0] = SUITE;
        System.arraycopy(nonce, 0, sealed, 1, NONCE);
        System.arraycopy(ciphertext, 0, sealed, 1 + NONCE, ciphertext.length);
        return sealed;
    }

    /**
     * @throws AEADBadTagException when it was not sealed by this key for this place
     * @throws Tampered when it is cut or of an unknown suite
     */
    byte[] open(SecretKey key, @Nullable Provider token, byte[] sealed, AssociatedData place)
            throws GeneralSecurityException {
        if (sealed.length < 1 + NONCE + TAG || sealed[0] != SUITE) {
            throw new Tampered("An envelope is cut or of an unknown suite");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        return cipher(Cipher.DECRYPT_MODE, key, token, nonce, place)
                .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    }

    static Tampered changed(Throwable cause) {
        return new Tampered("An envelope was changed or is not in its place", cause);
    }

    private static Cipher cipher(int mode, SecretKey key, @Nullable Provider token, byte[] nonce, AssociatedData place)
            throws GeneralSecurityException {
        Cipher cipher = token == null
                ? Cipher.getInstance("AES/GCM/NoPadding")
                : Cipher.getInstance("AES/GCM/NoPadding", token);
        byte[] suited = AssociatedData.of("tillit envelope")
                .and(SUITE)
                .and(place.bytes())
                .bytes();
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(suited);
        return cipher;
    }
}
