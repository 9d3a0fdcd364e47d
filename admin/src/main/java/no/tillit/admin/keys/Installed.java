package no.tillit.admin.keys;

import java.nio.file.Path;
import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.keys.upkeep.KeyPlace;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/** The option that says which installation, and the way to its keys. */
public final class Installed {
    @Option(
            names = {"-c", "--configuration"},
            required = true,
            paramLabel = "FILE",
            description = "The application's configuration (etc/tillit.properties).")
    private Path configuration = Path.of("");

    FileSettings settings() {
        return new FileSettings(configuration);
    }

    DataSource database() {
        FileSettings settings = settings();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(settings.required("tillit.keys.db.url"));
        database.setUser(settings.optional("tillit.keys.db.user").orElse("tillit_keys_app"));
        settings.optional("tillit.keys.db.password").ifPresent(database::setPassword);
        database.setApplicationName("tillit-admin");
        return database;
    }

    /** The application's own database, as the application's role. */
    DataSource tillit() {
        FileSettings settings = settings();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(settings.required("tillit.db.url"));
        database.setUser(settings.optional("tillit.db.user").orElse("tillit_app"));
        settings.optional("tillit.db.password").ifPresent(database::setPassword);
        database.setApplicationName("tillit-admin");
        return database;
    }

    /** The keys, compared with the database as at a start. */
    public KeyPlace keys() {
        return KeyPlace.of(settings(), database()).opened(new Clock());
    }
}
