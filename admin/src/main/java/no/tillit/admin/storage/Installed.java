package no.tillit.admin.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import no.tillit.admin.keys.FileSettings;
import no.tillit.storage.Storage;
import no.tillit.storage.StorageChoice;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/** The option that says which installation, and the ways to its content and to the rows that name it. */
final class Installed {
    @Option(
            names = {"-c", "--configuration"},
            required = true,
            paramLabel = "FILE",
            description = "The application's configuration (etc/tillit.properties).")
    private Path configuration = Path.of("");

    Storage storage() {
        return StorageChoice.open(new FileSettings(configuration)::optional);
    }

    /** As the application's role; a row that would be hidden from it is an error, never an absence. */
    Connection database() throws SQLException {
        FileSettings settings = new FileSettings(configuration);
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(settings.required("tillit.db.url"));
        database.setUser(settings.optional("tillit.db.user").orElse("tillit_app"));
        settings.optional("tillit.db.password").ifPresent(database::setPassword);
        database.setApplicationName("tillit-admin");
        database.setOptions("-c row_security=off");
        return database.getConnection();
    }
}
