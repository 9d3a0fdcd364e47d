package no.tillit.document;

import no.tillit.kernel.Conflict;

/** A request came twice under one key, and was not the same twice. */
public class RequestKeyReused extends Conflict {
    private static final long serialVersionUID = 1L;

    public RequestKeyReused() {
        super("key-reused", "This idempotency key was used for another file already. Use a new key for each file.");
    }
}
