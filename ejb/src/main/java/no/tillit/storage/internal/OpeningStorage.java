package no.tillit.storage.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import no.tillit.kernel.Settings;
import no.tillit.kernel.StartUp;
import no.tillit.storage.StorageChoice;
import no.tillit.storage.StorageUnusable;

/** Nothing starts without a place for content: a configuration that names none fails the deployment, and the log says why. */
@Startup
@Singleton
public class OpeningStorage {
    @Inject
    private Settings settings;

    @PostConstruct
    void open() {
        try {
            StorageChoice.check(settings::optional);
        } catch (StorageUnusable e) {
            StartUp.refused(String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
