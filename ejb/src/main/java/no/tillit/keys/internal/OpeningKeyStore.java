package no.tillit.keys.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import no.tillit.kernel.StartUp;

/** Nothing starts without its root key: a key store that does not open fails the deployment, and the log says why. */
@Startup
@Singleton(name = OpeningKeyStore.NAME)
public class OpeningKeyStore {
    /** For {@code @DependsOn} of what needs keys at start-up. */
    public static final String NAME = "OpeningKeyStore";

    @Inject
    private RootKeys roots;

    @PostConstruct
    void open() {
        try {
            roots.open();
        } catch (RuntimeException e) {
            StartUp.refused(String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
