package no.tillit.admin;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the databases are and who owns their schemas. A value that is missing is an error that names it; the
 * environment ({@code tillit.db.url} as {@code TILLIT_DB_URL}) goes before the file.
 */
public record OwnerConfiguration(SchemaOwner tillit, SchemaOwner keys) {

    /** @throws AdminFailure when the file cannot be read or a value is missing */
    public static OwnerConfiguration read(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw new AdminFailure("cannot read the configuration " + file, e);
        }
        return new OwnerConfiguration(
                owner(values, file, "tillit", "tillit.db", "db/tillit"),
                owner(values, file, "tillit_keys", "tillit.keys.db", "db/keys"));
    }

    private static SchemaOwner owner(Properties values, Path file, String name, String prefix, String migrations) {
        return new SchemaOwner(
                name,
                required(values, file, prefix + ".url"),
                required(values, file, prefix + ".owner.user"),
                required(values, file, prefix + ".owner.password"),
                migrations);
    }

    private static String required(Properties values, Path file, String key) {
        @Nullable
        String fromEnvironment = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_'));
        String value = fromEnvironment != null ? fromEnvironment : values.getProperty(key, "");
        if (value.isBlank()) {
            throw new AdminFailure(key + " is missing in " + file, null);
        }
        return value.strip();
    }

    /** Both of them. */
    public List<SchemaOwner> all() {
        return List.of(tillit, keys);
    }
}
