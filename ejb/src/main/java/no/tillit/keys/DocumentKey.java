package no.tillit.keys;

import no.tillit.keys.internal.Secret;

/**
 * The key of one document version, alive until closed. Whoever opened it closes it with try-with-resources; its bytes
 * are wiped then and never leave this package.
 */
public final class DocumentKey implements AutoCloseable {
    private final Secret secret;

    DocumentKey(Secret secret) {
        this.secret = secret;
    }

    /** @throws IllegalStateException when it is closed */
    Secret secret() {
        secret.live();
        return secret;
    }

    /** Whether the bytes have been wiped. */
    public boolean isClosed() {
        return secret.isClosed();
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return "DocumentKey[redacted]";
    }
}
