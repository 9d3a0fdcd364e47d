package no.tillit.admin.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.admin.TillitAdmin;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;
import no.tillit.storage.internal.FileStorage;
import no.tillit.storage.internal.SegmentHashes;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import picocli.CommandLine;

/**
 * An installation of a test's own: both databases, migrated and empty, on one PostgreSQL for all tests, and its configuration
 * in a folder; the key store is not there before the application has started once. Runs the commands, and keeps what they say.
 */
public final class TestInstallation {
    private static final int SEGMENT = 1 << 20;

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();
        private static final Map<String, String> NEWEST = new HashMap<>();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                for (String role : List.of("tillit_owner", "tillit_app", "tillit_keys_owner", "tillit_keys_app")) {
                    execute(server.getPostgresDatabase(), "create role " + role + " login");
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Path folder;
    private final String data;
    private final String keys;
    private StringWriter said = new StringWriter();
    private StringWriter complained = new StringWriter();

    public TestInstallation(Path folder) throws IOException {
        this.folder = folder;
        data = copyOf(newest("tillit_owner", "db/tillit"), "tillit_owner");
        keys = copyOf(newest("tillit_keys_owner", "db/keys"), "tillit_keys_owner");
        Files.writeString(folder.resolve("passphrase"), "a passphrase of the tests\n");
        String url = "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/";
        Files.writeString(configuration(), """
                tillit.db.url=%1$s%2$s
                tillit.db.user=tillit_app
                tillit.keys.db.url=%1$s%3$s
                tillit.keys.db.user=tillit_keys_app
                tillit.storage=files
                tillit.blobs.dir=%4$s/blobs
                tillit.keystore.file=%4$s/root.bcfks
                tillit.keystore.passphrase.file=%4$s/passphrase
                """.formatted(url, data, keys, folder));
    }

    /** The name of the database {@code tillit}. */
    public String data() {
        return data;
    }

    /** The name of the database {@code tillit_keys}. */
    public String keys() {
        return keys;
    }

    /** The application's configuration. */
    public Path configuration() {
        return folder.resolve("tillit.properties");
    }

    /** The owners' configuration. */
    public Path owner() {
        return owner(data, keys);
    }

    /** The owners' configuration, of other databases than the installation's. */
    public Path owner(String data, String keys) {
        Path file = folder.resolve("owner-" + data + "-" + keys + ".properties");
        try {
            return Files.writeString(file, """
                    tillit.db.url=jdbc:postgresql://localhost:%1$d/%2$s
                    tillit.db.owner.user=tillit_owner
                    tillit.db.owner.password=x
                    tillit.keys.db.url=jdbc:postgresql://localhost:%1$d/%3$s
                    tillit.keys.db.owner.user=tillit_keys_owner
                    tillit.keys.db.owner.password=x
                    """.formatted(Server.POSTGRES.getPort(), data, keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code tillit-admin} with these arguments; its exit code. */
    public int run(String... arguments) {
        said = new StringWriter();
        complained = new StringWriter();
        CommandLine line = TillitAdmin.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(complained, true));
        return line.execute(arguments);
    }

    /** What the last command printed. */
    public String said() {
        return said.toString();
    }

    /** What the last command said beside it. */
    public String complained() {
        return complained.toString();
    }

    /** A database as a role sees it. */
    public static DataSource as(String role, String database) {
        return Server.POSTGRES.getDatabase(role, database);
    }

    /** Does this in a database as its administrator. */
    public static void in(String database, String... statements) {
        execute(as("postgres", database), statements);
    }

    /** An empty database of this owner; its name. */
    public static String empty(String owner) {
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        in("postgres", "create database " + name + " owner " + owner);
        return name;
    }

    /** The empty database that those with the newest schema are copies of; made once, since migrating takes longer. */
    private static synchronized String newest(String owner, String migrations) {
        return Server.NEWEST.computeIfAbsent(owner, made -> migrated(owner, migrations, MigrationVersion.LATEST));
    }

    private static String copyOf(String template, String owner) {
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        in("postgres", "create database " + name + " owner " + owner + " template " + template);
        return name;
    }

    /** A database of this owner with the schema of a version. */
    public static String migrated(String owner, String migrations, MigrationVersion version) {
        String name = empty(owner);
        Flyway.configure()
                .dataSource(as(owner, name))
                .locations("classpath:" + migrations)
                .target(version)
                .load()
                .migrate();
        return name;
    }

    /** Keeps a blob of invented ciphertext, as long as said and with the list of its hashes behind it; its digest. */
    public byte[] keep(UUID id, int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        SegmentHashes hashes = new SegmentHashes();
        for (int at = 0; at < length; at += SEGMENT) {
            byte[] segment = Arrays.copyOfRange(content, at, Math.min(length, at + SEGMENT));
            hashes.add(segment, segment.length);
        }
        try (Storage.Writing blob = new FileStorage(folder.resolve("blobs")).begin(new BlobId(id))) {
            blob.write(content, 0, length);
            blob.write(hashes.list(), 0, hashes.list().length);
            blob.keep();
        }
        return hashes.digest();
    }

    /** How long {@link #keep} makes it. */
    public static long storedLength(int length) {
        return length + 32L * ((length + SEGMENT - 1) / SEGMENT);
    }

    private static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (String each : statements) {
                sql.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
