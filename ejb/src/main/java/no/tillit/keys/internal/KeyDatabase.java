package no.tillit.keys.internal;

import java.sql.SQLException;
import no.tillit.keys.KeysUnavailable;

/** Tells a key database that is away, which may come back, from one that refuses. */
final class KeyDatabase {
    /** Raised by the database when something would be wrapped under a root key that retires. */
    private static final String ROOT_RETIRES = "TR001";

    private KeyDatabase() {}

    static RuntimeException failure(SQLException e) {
        String state = e.getSQLState();
        if (ROOT_RETIRES.equals(state)) {
            return new RootRetires(e);
        }
        // No state: the pool could not connect. 08 connection, 25006 read-only, 53 resources, 57 shutdown, 58 system.
        boolean away = state == null || state.equals("25006") || state.matches("(08|53|57|58).*");
        return away
                ? new KeysUnavailable(e)
                : new IllegalStateException("The key database did not answer as it must", e);
    }

    /** The root key that was asked to wrap is no longer the current one. */
    static final class RootRetires extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RootRetires(Throwable cause) {
            super("The root key retires", cause);
        }
    }
}
