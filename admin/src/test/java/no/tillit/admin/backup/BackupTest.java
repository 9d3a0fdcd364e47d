package no.tillit.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.admin.TillitAdmin;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;
import no.tillit.storage.internal.FileStorage;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("tillit-admin backup and restore")
class BackupTest {
    private static final String TEXT = "Ærlig, \"sitert\"\nog \\N, over to linjer";
    private static final UUID PROJECT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static int databases;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private String data = "";
    private String restored = "";

    @SuppressWarnings("NullAway.Init")
    private Operator olga;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        for (String role : List.of("tillit_owner", "tillit_app", "tillit_keys_owner", "tillit_keys_app")) {
            in("postgres", "create role " + role + " login");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void somethingToKeep() throws IOException, SQLException {
        data = fresh("tillit_owner");
        restored = fresh("tillit_owner");
        migrate(data, "tillit_owner", "db/tillit", MigrationVersion.LATEST);
        olga = Operator.in(folder, "olga");
        Files.writeString(
                folder.resolve("tillit.properties"),
                "tillit.storage=files\ntillit.blobs.dir=" + folder.resolve("blobs") + "\n");
        in(
                data,
                "INSERT INTO project VALUES ('" + PROJECT + "', '" + TEXT
                        + "', 'C', 'R1', '2026-01-01', 'P', '2027-01-01', 24, now(), 'solveig')",
                "INSERT INTO audit_entry (uid, leaf_hash, at, actor, role, action, outcome)"
                        + " SELECT gen_random_uuid(), sha256(int4send(n)), now(), 'ingrid', 'researcher', 'x', 'ALLOWED' FROM generate_series(1, 20) n");
    }

    @Test
    @DisplayName("bring back every row, sequence and blob, byte for byte")
    void everything() throws IOException, SQLException {
        List<UUID> blobs = List.of(blob(1000), blob(2_000_000));
        Path file = backup();
        assertThat(run("backup", "verify", file.toString(), "--key", olga.key().toString()))
                .as(complained.toString())
                .isZero();
        assertThat(said.toString()).contains("whole: tillit of ");
        Files.delete(stored(blobs.get(0)));

        assertThat(restore(file, restored)).as(complained.toString()).isZero();
        assertThat(contents(restored)).isEqualTo(contents(data));
        assertThat(said.toString()).contains("1 blobs put back, 1 there already, 0 missing");
        assertThat(stored(blobs.get(0))).exists();
    }

    @Test
    @DisplayName("are of one moment: what is written meanwhile belongs to the next one")
    void snapshot() throws SQLException, IOException {
        Map<String, String> before = contents(data);
        try (Dump dump = Dump.begin(owner(data).tillit())) {
            assertThat(new Tables(dump.snapshot()).inOrder()).contains("project");
            in(data, "UPDATE project SET name = 'later'");
            BackupFile.write(
                    dump,
                    folder.resolve("backups"),
                    "data",
                    Envelope.certificates(List.of(olga.certificate())),
                    java.time.Instant.now(),
                    table -> {});
        }
        assertThat(restore(onlyBackup(), restored)).as(complained.toString()).isZero();
        assertThat(contents(restored)).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "are refused when a byte was changed, the end is missing, or the key is another: nothing is left behind")
    void damaged() throws IOException, SQLException {
        Path file = backup();
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {40, whole.length / 3, whole.length / 2, whole.length - 40, whole.length - 7}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThat(run(
                            "backup",
                            "verify",
                            file.toString(),
                            "--key",
                            olga.key().toString()))
                    .as("byte " + at + " of " + whole.length)
                    .isEqualTo(1);
            assertThat(restore(file, restored))
                    .as("byte " + at + " of " + whole.length)
                    .isEqualTo(1);
            assertThat(contents(restored)).isEmpty();
        }
        for (int length : new int[] {0, 100, whole.length / 2, whole.length - 7}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(restore(file, restored)).as("length " + length).isEqualTo(1);
        }
        Files.write(file, whole);
        Operator other = Operator.in(folder, "other");
        assertThat(run("backup", "verify", file.toString(), "--key", other.key().toString()))
                .isEqualTo(1);
        assertThat(complained.toString()).contains("not for this key");
        assertThat(restore(file, restored)).as(complained.toString()).isZero();
    }

    @Test
    @DisplayName("go into an empty database only")
    void notEmpty() throws IOException, SQLException {
        Path file = backup();
        Map<String, String> before = contents(data);
        assertThat(restore(file, data)).isEqualTo(1);
        assertThat(complained.toString()).contains("is not empty");
        assertThat(contents(data)).isEqualTo(before);
    }

    @Test
    @DisplayName("of an older schema are brought to this version's")
    void older() throws IOException, SQLException {
        String old = fresh("tillit_owner");
        migrate(old, "tillit_owner", "db/tillit", MigrationVersion.fromVersion("15.2"));
        data = old;
        Path file = backup();
        assertThat(restore(file, restored)).as(complained.toString()).isZero();
        assertThat(complained.toString()).contains("newer migrations applied");
    }

    @Test
    @DisplayName("hold the content once, and lose with --prune what no row names any more")
    void content() throws IOException, SQLException {
        UUID stays = blob(1000);
        UUID goes = blob(2000);
        backup();
        in(data, "DELETE FROM document WHERE original_blob = '" + goes + "'");
        Files.delete(folder.resolve("backups").resolve(onlyBackup().getFileName()));
        assertThat(run(
                        "backup",
                        "data",
                        "-c",
                        configuration(),
                        "-o",
                        ownerFile(data),
                        "--to",
                        folder.resolve("backups").toString(),
                        "--for",
                        olga.certificate().toString(),
                        "--prune"))
                .as(complained.toString())
                .isZero();
        assertThat(said.toString()).contains("0 blobs copied, 1 there already").contains("1 blobs removed");
        Storage kept = BackupFolder.content(folder.resolve("backups"));
        assertThat(kept.exists(new BlobId(stays))).isTrue();
        assertThat(kept.exists(new BlobId(goes))).isFalse();
    }

    @Test
    @DisplayName("of keys lie apart from the data and are removed after thirty days")
    void keys() throws IOException, SQLException {
        String keys = fresh("tillit_keys_owner");
        migrate(keys, "tillit_keys_owner", "db/keys", MigrationVersion.LATEST);
        Path place = Files.createDirectories(folder.resolve("keys"));
        Path old = Files.createFile(place.resolve("keys-20200101T000000Z.tillit-backup"));
        Path other = Files.createFile(place.resolve("notes.txt"));
        String owners = ownerFile(data, keys);
        assertThat(run(
                        "backup",
                        "keys",
                        "-o",
                        owners,
                        "--to",
                        place.toString(),
                        "--for",
                        olga.certificate().toString()))
                .as(complained.toString())
                .isZero();
        assertThat(old).doesNotExist();
        assertThat(other).exists();
        Path made = Path.of(said.toString().lines().findFirst().orElseThrow());
        String empty = fresh("tillit_keys_owner");
        assertThat(run("restore", made.toString(), "--key", olga.key().toString(), "-o", ownerFile(data, empty)))
                .as(complained.toString())
                .isZero();
        assertThat(contents(empty)).isEqualTo(contents(keys));

        blob(100);
        backup();
        ownerFile(data, keys);
        assertThat(run(
                        "backup",
                        "keys",
                        "-o",
                        owners,
                        "--to",
                        folder.resolve("backups").toString(),
                        "--for",
                        olga.certificate().toString()))
                .isEqualTo(2);
        assertThat(run(
                        "backup",
                        "keys",
                        "-o",
                        owners,
                        "--to",
                        place.toString(),
                        "--for",
                        olga.certificate().toString(),
                        "--keep-days",
                        "31"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("hold nothing that can be read without an operator's key")
    void unreadable() throws IOException {
        String file = new String(Files.readAllBytes(backup()), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("sitert").doesNotContain("manifest.properties");
    }

    private Path backup() throws IOException {
        assertThat(run(
                        "backup",
                        "data",
                        "-c",
                        configuration(),
                        "-o",
                        ownerFile(data),
                        "--to",
                        folder.resolve("backups").toString(),
                        "--for",
                        olga.certificate().toString()))
                .as(complained.toString())
                .isZero();
        return onlyBackup();
    }

    private Path onlyBackup() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.filter(Files::isRegularFile)
                    .reduce((a, b) -> {
                        throw new AssertionError("two backups");
                    })
                    .orElseThrow();
        }
    }

    private int restore(Path file, String into) throws IOException {
        return run(
                "restore",
                file.toString(),
                "--key",
                olga.key().toString(),
                "-o",
                ownerFile(into),
                "-c",
                configuration(),
                "--content",
                folder.resolve("backups").toString());
    }

    private int run(String... arguments) {
        CommandLine command = TillitAdmin.commandLine();
        command.setOut(new PrintWriter(said, true));
        command.setErr(new PrintWriter(complained, true));
        return command.execute(arguments);
    }

    private String configuration() {
        return folder.resolve("tillit.properties").toString();
    }

    private no.tillit.admin.OwnerConfiguration owner(String database) throws IOException {
        return no.tillit.admin.OwnerConfiguration.read(Path.of(ownerFile(database)));
    }

    private String ownerFile(String database) throws IOException {
        return ownerFile(database, "none");
    }

    private String ownerFile(String database, String keys) throws IOException {
        Path file = folder.resolve("owner.properties");
        Files.writeString(file, """
                tillit.db.url=jdbc:postgresql://localhost:%1$d/%2$s
                tillit.db.owner.user=tillit_owner
                tillit.db.owner.password=x
                tillit.keys.db.url=jdbc:postgresql://localhost:%1$d/%3$s
                tillit.keys.db.owner.user=tillit_keys_owner
                tillit.keys.db.owner.password=x
                """.formatted(server.getPort(), database, keys));
        return file.toString();
    }

    /** A blob in the store, and a row that names it. */
    private UUID blob(int length) throws IOException, SQLException {
        UUID id = UUID.randomUUID();
        try (Storage.Writing blob = new FileStorage(folder.resolve("blobs")).begin(new BlobId(id))) {
            blob.write(new byte[length], 0, length);
            blob.keep();
        }
        in(data, """
                INSERT INTO document (id, project_id, type, format, state, attached_to, data_day, key_id, name_owner,
                    file_name, original_blob, original_length, original_stored_length, original_sha256, text_cut,
                    received_at, received_by)
                VALUES (gen_random_uuid(), '%s', 'TRANSCRIPT', 'TXT', 'AVAILABLE', gen_random_uuid(),
                    now(), gen_random_uuid(), gen_random_uuid(), '', '%s', 1, %d, sha256(''), false, now(), 'somebody')""".formatted(PROJECT, id, length));
        return id;
    }

    private Path stored(UUID blob) {
        return folder.resolve("blobs").resolve(blob.toString().substring(0, 2)).resolve(blob + ".blob");
    }

    /** What each table holds, as one hash, and where each sequence stands. */
    private static Map<String, String> contents(String database) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        try (Connection connection = server.getDatabase("postgres", database).getConnection()) {
            var tables = new Tables(connection);
            List<String> names = new ArrayList<>(tables.inOrder());
            for (String table : names) {
                hashes.put(
                        table,
                        String.valueOf(
                                tables.rows("SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM "
                                                + Tables.quoted(table) + " t")
                                        .get(0)));
            }
            hashes.putAll(tables.sequences());
        }
        return hashes;
    }

    private static String fresh(String owner) throws SQLException {
        String name = "backup_test_" + ++databases;
        in("postgres", "create database " + name + " owner " + owner);
        return name;
    }

    private static void migrate(String database, String owner, String location, MigrationVersion to) {
        Flyway.configure()
                .dataSource(server.getDatabase(owner, database))
                .locations(location)
                .target(to)
                .load()
                .migrate();
    }

    private static void in(String database, String... statements) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement sql = connection.createStatement()) {
            for (String each : statements) {
                sql.execute(each);
            }
        }
    }
}
