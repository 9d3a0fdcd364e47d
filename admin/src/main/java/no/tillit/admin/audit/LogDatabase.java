package no.tillit.admin.audit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import no.tillit.audit.internal.Exporting;
import picocli.CommandLine.Option;

/** The option that says which installation, and the way to its log: as the application, which may read and add. */
final class LogDatabase implements Exporting.Database {
    @Option(
            names = {"-c", "--configuration"},
            required = true,
            paramLabel = "FILE",
            description = "The application's configuration (etc/tillit.properties).")
    private Path configuration = Path.of("");

    @Override
    public <T> T with(Exporting.Work<T> work) {
        try (Connection connection = DriverManager.getConnection(
                required("tillit.db.url"), required("tillit.db.user"), required("tillit.db.password"))) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be read: " + e.getMessage(), e);
        }
    }

    /** The folder of checkpoints that the configuration names. */
    Path checkpoints() {
        return Path.of(required("tillit.audit.checkpoints.dir"));
    }

    private String required(String name) {
        return Optional.ofNullable(System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_')))
                .or(() -> Optional.ofNullable(values().getProperty(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalStateException(name + " is missing in " + configuration));
    }

    private Properties values() {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(configuration)) {
            values.load(reader);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the configuration " + configuration, e);
        }
    }
}
