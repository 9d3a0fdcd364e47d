package no.tillit.kernel;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database does not answer now: nothing was done, and trying again later may help. */
public class DatabaseUnavailable extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    DatabaseUnavailable(Throwable cause) {
        super(
                "database-unavailable",
                "The database cannot be reached right now, so nothing was done. Try again in a while.");
        initCause(cause);
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    /**
     * What to tell when this fault is that the database is away; null when it is something else.
     *
     * <p>Without a state: the pool could not connect. 08 connection, 25006 read-only, 53 resources, 57 shutdown, 58 system.
     */
    public static @Nullable DatabaseUnavailable in(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return new DatabaseUnavailable(fault);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static boolean isAway(@Nullable String state) {
        return state == null || state.equals("25006") || state.matches("(08|53|57|58).*");
    }
}
