package no.tillit.admin;

import org.jspecify.annotations.Nullable;

/** A command cannot be carried out; the message tells the operator what to mend and holds no secret. */
public final class AdminFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AdminFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
