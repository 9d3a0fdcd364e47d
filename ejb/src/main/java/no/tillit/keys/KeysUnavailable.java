package no.tillit.keys;

import no.tillit.kernel.Refusal;

/**
 * The hardware token, the key store or the key database does not answer. Nothing was encrypted, decrypted or kept; the
 * next call asks again, so the application recovers by itself when they return.
 */
public class KeysUnavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    public KeysUnavailable(Throwable cause) {
        super("keys-unavailable", "The keys cannot be reached at the moment. Nothing was kept; try again later.");
        initCause(cause);
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}
