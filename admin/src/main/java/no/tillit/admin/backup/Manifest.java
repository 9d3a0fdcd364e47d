package no.tillit.admin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import no.tillit.admin.AdminFailure;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What a backup is of. It stands first in the file.
 *
 * @param database {@code tillit} or {@code tillit_keys}
 * @param schema the version of the schema that the rows have
 * @param tables in the order in which they are restored
 */
record Manifest(String database, MigrationVersion schema, Instant taken, List<String> tables) {
    private static final String FORMAT = "1";

    void write(OutputStream out) throws IOException {
        Properties values = new Properties();
        values.setProperty("format", FORMAT);
        values.setProperty("database", database);
        values.setProperty("schema", schema.getVersion());
        values.setProperty("taken", taken.toString());
        values.setProperty("tables", String.join(" ", tables));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        values.store(writer, null);
        writer.flush();
    }

    /** @throws AdminFailure when it is of a format that this version does not know */
    static Manifest read(InputStream in) throws IOException {
        Properties values = new Properties();
        values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        if (!FORMAT.equals(values.getProperty("format"))) {
            throw new AdminFailure("this backup has a format that this version does not read", null);
        }
        return new Manifest(
                values.getProperty("database", ""),
                MigrationVersion.fromVersion(values.getProperty("schema", "")),
                Instant.parse(values.getProperty("taken", "")),
                List.of(values.getProperty("tables", "").split(" ", -1)));
    }
}
