package no.tillit.document.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The key by which a sender marks a request that may come again; kept as a digest, bound to the sender. */
public final class RequestKeys {
    private static final int LONGEST = 200;

    private RequestKeys() {}

    /**
     * @return null when the sender gave none
     * @throws InvalidInput when it is longer than 200 characters
     */
    public static @Nullable String of(String username, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        if (key.length() > LONGEST) {
            throw new InvalidInput("too-long", "idempotencyKey", "Use a key of at most 200 characters.");
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest((username + "\n" + key).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
