package no.tillit.api.base;

import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The body of a request that needs one. */
public final class Body {
    private Body() {}

    /** @throws InvalidInput when nothing was sent, or {@code null} */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new InvalidInput("missing", "body", "Send a JSON body. See /api/openapi for its form.");
        }
        return body;
    }
}
