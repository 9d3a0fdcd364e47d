package no.tillit.storage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import no.tillit.kernel.Settings;
import no.tillit.storage.Storage;
import no.tillit.storage.StorageChoice;

/** The one store of this installation. */
@ApplicationScoped
public class ChosenStorage {
    @Inject
    private Settings settings;

    @Produces
    @ApplicationScoped
    Storage storage() {
        return StorageChoice.open(settings::optional);
    }
}
