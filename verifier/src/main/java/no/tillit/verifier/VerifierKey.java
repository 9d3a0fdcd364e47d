package no.tillit.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that signs notes (https://c2sp.org/signed-note), in its text form {@code name+id+base64}: id is the first four
 * bytes of SHA-256 over name, newline, 0x01 and the 32 bytes of the Ed25519 key; base64 is of 0x01 and those 32 bytes.
 */
public final class VerifierKey {
    private static final byte ED25519 = 1;
    /** What comes before the 32 bytes in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;

    private VerifierKey(String name, byte[] key) {
        this.name = name;
        this.key = key;
    }

    /** @throws IllegalArgumentException when the name is empty or has spaces or a plus, or the key is not 32 bytes long */
    public static VerifierKey of(String name, byte[] key) {
        if (!isName(name) || key.length != 32) {
            throw new IllegalArgumentException("not the name and the 32 bytes of an Ed25519 key");
        }
        return new VerifierKey(name, key.clone());
    }

    /** @throws IllegalArgumentException when it is not a key in text form, or its id is another key's */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a key has the form name+id+base64");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 33 || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        VerifierKey key = of(parts[0], Arrays.copyOfRange(typed, 1, 33));
        if (!HexFormat.of().toHexDigits(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the key's id does not fit the key");
        }
        return key;
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    public String name() {
        return name;
    }

    /** The same key under another name, which signs other notes. */
    public VerifierKey named(String other) {
        return of(other, key);
    }

    /** Which key this is among those of its name; not enough to trust it. */
    public int id() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(key)).getInt();
    }

    /** Whether this key made the signature over the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + key.length);
            System.arraycopy(key, 0, encoded, X509.length, key.length);
            PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The text form, to be handed to whoever verifies. */
    @Override
    public String toString() {
        byte[] typed = new byte[33];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, 32);
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
