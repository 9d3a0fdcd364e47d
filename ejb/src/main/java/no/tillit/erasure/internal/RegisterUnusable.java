package no.tillit.erasure.internal;

import org.jspecify.annotations.Nullable;

/** The erasure register cannot be read, written or trusted: nothing may be erased, and nothing may start, without it. */
public class RegisterUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegisterUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
