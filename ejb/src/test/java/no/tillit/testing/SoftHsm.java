package no.tillit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import no.tillit.keys.internal.Pkcs11Token;

/**
 * A hardware token in software (Debian's {@code softhsm2}), in the folder that the environment variable {@code
 * SOFTHSM2_CONF} of the tests names. Every test makes a token of its own; {@link #takeAway} takes all of them out.
 */
public final class SoftHsm {
    public static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    public static final String PIN = "test-pin-1234";

    private static final Path CONFIGURATION = Path.of(System.getenv("SOFTHSM2_CONF"));
    private static final Path TOKENS = CONFIGURATION.resolveSibling("tokens");
    private static final Path AWAY = CONFIGURATION.resolveSibling("tokens-away");

    private final String label = "t" + UUID.randomUUID().toString().substring(0, 20);

    /** Makes a token, as an operator does. */
    public SoftHsm() {
        try {
            Files.createDirectories(TOKENS);
            Path pending = Files.writeString(
                    CONFIGURATION.resolveSibling("pending.conf"),
                    "directories.tokendir = " + TOKENS + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            Files.move(pending, CONFIGURATION, StandardCopyOption.REPLACE_EXISTING);
            Process util = new ProcessBuilder(
                            "softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", PIN)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(util.getInputStream().readAllBytes());
            if (util.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException("please install softhsm2", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String label() {
        return label;
    }

    /** The product's own way into the token. */
    public Pkcs11Token open() {
        return new Pkcs11Token(LIBRARY, label, PIN.toCharArray());
    }

    /** Pulls the plug. */
    public void takeAway() throws IOException {
        Files.move(TOKENS, AWAY);
    }

    /** Puts it back; does nothing when it is there. */
    public void bringBack() throws IOException {
        if (Files.exists(AWAY)) {
            Files.move(AWAY, TOKENS);
        }
    }
}
