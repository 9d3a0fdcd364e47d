package no.tillit.keys.upkeep;

import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Settings;
import no.tillit.keys.Installation;
import no.tillit.keys.SealKeys;
import no.tillit.keys.internal.InstallationKeyTable;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootKeys;
import no.tillit.keys.internal.RootSettings;
import no.tillit.keys.internal.RootStore;
import no.tillit.keys.internal.SealCertificateTable;

/** Where an installation's keys are: the store of its roots, and the key database as the application sees it. */
public record KeyPlace(RootStore store, DataSource database) {

    /** The place the application is configured for; nothing is opened yet. */
    public static KeyPlace of(Settings settings, DataSource database) {
        return new KeyPlace(RootSettings.store(settings), database);
    }

    /**
     * Opens the store and compares it with the database, as the application does at its start, but makes nothing.
     *
     * @throws UpkeepRefused when the installation was never started
     */
    public KeyPlace opened(Clock clock) {
        RootKeyTable table = new RootKeyTable(database);
        if (table.all().isEmpty()) {
            throw new UpkeepRefused("There is no root key yet. Start Tillit once.");
        }
        new RootKeys(() -> store, table, clock).open();
        return this;
    }

    /**
     * What documents are sealed with.
     *
     * @throws UpkeepRefused as {@link #opened}
     */
    public SealKeys seals(Clock clock) {
        opened(clock);
        RootKeyTable table = new RootKeyTable(database);
        return new SealKeys(
                new RootKeys(() -> store, table, clock),
                new InstallationKeyTable(database),
                new SealCertificateTable(database),
                new Installation(table),
                clock);
    }
}
