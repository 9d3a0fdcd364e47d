package no.tillit.storage.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import no.tillit.kernel.Settings;
import no.tillit.storage.StorageChoice;
import no.tillit.storage.StorageUnusable;
import org.jboss.logging.Logger;

/** Nothing starts without a place for content: a configuration that names none fails the deployment, and the log says why. */
@Startup
@Singleton
public class OpeningStorage {
    private static final Logger LOG = Logger.getLogger(OpeningStorage.class);

    @Inject
    private Settings settings;

    @PostConstruct
    void open() {
        try {
            StorageChoice.check(settings::optional);
        } catch (StorageUnusable e) {
            LOG.fatal("Tillit does not start: " + e.getMessage());
            throw e;
        }
    }
}
