package no.tillit.testing;

import java.nio.file.Path;
import java.util.UUID;
import no.tillit.keys.internal.Pkcs11Token;
import no.tillit.testing.outside.TokenFolder;

/**
 * A hardware token in software, in the folder that the environment variable {@code SOFTHSM2_CONF} of the tests names. Every
 * test makes a token of its own; {@link #takeAway} takes all of them out.
 */
public final class SoftHsm {
    public static final Path LIBRARY = TokenFolder.LIBRARY;
    public static final String PIN = "test-pin-1234";

    private static final TokenFolder TOKENS = new TokenFolder(Path.of(System.getenv("SOFTHSM2_CONF")));

    private final String label = "t" + UUID.randomUUID().toString().substring(0, 20);

    /** Makes a token, as an operator does. */
    public SoftHsm() {
        TOKENS.make(label, PIN);
    }

    public String label() {
        return label;
    }

    /** The product's own way into the token. */
    public Pkcs11Token open() {
        return new Pkcs11Token(LIBRARY, label, PIN.toCharArray());
    }

    /** Pulls the plug. */
    public void takeAway() {
        TOKENS.takeAway();
    }

    /** Puts it back; does nothing when it is there. */
    public void bringBack() {
        TOKENS.bringBack();
    }
}
