package no.tillit.audit.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import no.tillit.kernel.Settings;
import no.tillit.kernel.StartUp;

/**
 * An entry that has to stand by itself takes a second connection while the request holds its own. So there are more
 * connections than requests at work: then one is always free, and no request waits for what another one holds (0152).
 */
@Startup
@Singleton
public class EnoughConnections {
    /** For the entries of requests, and for timers and jobs. */
    static final int BESIDE = 6;

    private static final int POOL = 70;
    private static final int THREADS = 64;

    @Inject
    private Settings settings;

    @PostConstruct
    void require() {
        int pool = number("tillit.db.pool", POOL);
        int threads = number("tillit.http.threads", THREADS);
        if (pool < threads + BESIDE) {
            String why = "tillit.db.pool is " + pool + ", but has to be at least tillit.http.threads (" + threads
                    + ") and " + BESIDE + " more";
            throw refused(why);
        }
    }

    private int number(String name, int otherwise) {
        String value = settings.optional(name).orElse(String.valueOf(otherwise));
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw refused(name + " is no number: " + value);
        }
        return Integer.parseInt(value);
    }

    private static IllegalStateException refused(String why) {
        StartUp.refused(why);
        return new IllegalStateException(why);
    }
}
