package no.tillit.keys.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Nothing starts without its root key: a key store that does not open fails the deployment, and the log says why. */
@Startup
@Singleton(name = OpeningKeyStore.NAME)
public class OpeningKeyStore {
    /** For {@code @DependsOn} of what needs keys at start-up. */
    public static final String NAME = "OpeningKeyStore";

    private static final Logger LOG = Logger.getLogger(OpeningKeyStore.class);

    @Inject
    private RootKeys roots;

    @PostConstruct
    void open() {
        try {
            roots.open();
        } catch (RuntimeException e) {
            LOG.fatal("Tillit does not start: " + e.getMessage());
            throw e;
        }
    }
}
