package no.tillit.keys.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import no.tillit.keys.AssociatedData;
import no.tillit.keys.Tampered;

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
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0, place);
            byte[] sealed = new byte[1 + NONCE + plaintext.length + TAG];
            sealed[0] = SUITE;
            System.arraycopy(nonce, 0, sealed, 1, NONCE);
            cipher.doFinal(plaintext, 0, plaintext.length, sealed, 1 + NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    /** @throws Tampered when it was not sealed by this key for this place, or is of an unknown suite */
    public byte[] open(Secret key, byte[] sealed, AssociatedData place) {
        if (sealed.length < 1 + NONCE + TAG || sealed[0] != SUITE) {
            throw new Tampered("An envelope is cut or of an unknown suite");
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, 1, place);
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (AEADBadTagException e) {
            throw new Tampered("An envelope was changed or is not in its place", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, Secret key, byte[] nonce, int at, AssociatedData place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] suited = AssociatedData.of("tillit envelope")
                .and(SUITE)
                .and(place.bytes())
                .bytes();
        cipher.init(
                mode,
                new SecretKeySpec(key.live(), "AES"),
                new GCMParameterSpec(TAG * 8, Arrays.copyOfRange(nonce, at, at + NONCE)));
        cipher.updateAAD(suited);
        return cipher;
    }
}
