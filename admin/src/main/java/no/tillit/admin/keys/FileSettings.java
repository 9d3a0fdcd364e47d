package no.tillit.admin.keys;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import no.tillit.kernel.Settings;
import org.jspecify.annotations.Nullable;

/** The application's own configuration, read as the application reads it: the environment goes before the file. */
public final class FileSettings extends Settings {
    private final Path file;
    private final Properties values = new Properties();

    public FileSettings(Path file) {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the configuration " + file, e);
        }
    }

    @Override
    public String required(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException(name + " is missing in " + file));
    }

    @Override
    public Optional<String> optional(String name) {
        @Nullable
        String fromEnvironment =
                System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        return Optional.ofNullable(fromEnvironment == null ? values.getProperty(name) : fromEnvironment)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
