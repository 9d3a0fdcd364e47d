package no.tillit.keys.internal;

/** The application cannot start: the key store is missing, wrong, foreign or open to others. The message says which. */
public class KeyStoreUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyStoreUnusable(String message) {
        super(message);
    }

    public KeyStoreUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
