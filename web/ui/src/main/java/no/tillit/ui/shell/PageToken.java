package no.tillit.ui.shell;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a request that is no Faces form (an upload, a log out) comes from one of our pages: 256 random bits, one
 * a session.
 */
@Named
@SessionScoped
public class PageToken implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value = random();

    /** The token, for the page to send back. */
    public String getValue() {
        return value;
    }

    /** Whether this is the session's token; compared in constant time. */
    public boolean matches(@Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
