package no.tillit.kernel;

import org.jboss.logging.Logger;

/**
 * What may not be served yet stops the start. The log says why, and the process ends, since a server that runs with nothing to
 * serve looks well to whoever watches over it.
 */
public final class StartUp {
    /** The exit code: an operator has to mend something first. Nothing tries again by itself, since a token locks after a few tries. */
    public static final int REFUSED = 78;

    /** Set to true by {@code bin/tillit}, whose process is the server and nothing else. */
    static final String PROCESS_IS_OURS = "tillit.process.is.ours";

    /** The exit code: it may go well the next time, and whoever watches over the process may start it again. */
    public static final int INTERRUPTED = 75;

    private static final Logger LOG = Logger.getLogger(StartUp.class);

    private StartUp() {}

    /**
     * To be called before what stops the start is thrown.
     *
     * @param why one sentence for an operator, without personal data and without a secret
     */
    public static void refused(String why) {
        end(why, REFUSED);
    }

    /**
     * The same where what is in the way may go away by itself, such as a database that does not answer.
     *
     * @param why as in {@link #refused}
     */
    public static void interrupted(String why) {
        end(why, INTERRUPTED);
    }

    private static void end(String why, int code) {
        LOG.fatal("Tillit does not start: " + why);
        if (Boolean.getBoolean(PROCESS_IS_OURS)) {
            // Not in order: that would wait for timers which wait for the start to be complete. Nothing is served yet.
            Runtime.getRuntime().halt(code);
        }
    }
}
