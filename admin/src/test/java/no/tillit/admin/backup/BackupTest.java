package no.tillit.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import no.tillit.admin.OwnerConfiguration;
import no.tillit.admin.testing.TestInstallation;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("tillit-admin backup and restore")
class BackupTest {
    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Backups backups;

    private String restored = "";

    @BeforeEach
    void somethingToKeep() throws IOException {
        backups = new Backups(folder);
        restored = TestInstallation.empty("tillit_owner");
    }

    @Test
    @DisplayName("bring back every row, sequence and blob, byte for byte")
    void everything() throws IOException, SQLException {
        List<UUID> blobs = List.of(backups.blob(1000), backups.blob(2_000_000));
        Path file = backups.make();
        assertThat(backups.verify(file, backups.olga)).as(said()).isZero();
        assertThat(said()).contains("whole: tillit of ", "content: 2 whole, 0 damaged, 0 missing");
        byte[] before = Files.readAllBytes(backups.stored(blobs.get(0)));
        Files.delete(backups.stored(blobs.get(0)));

        assertThat(backups.restore(file, restored)).as(said()).isZero();
        assertThat(Backups.contents(restored)).isEqualTo(Backups.contents(backups.installation.data()));
        assertThat(said()).contains("1 blobs put back, 1 there already, 0 missing, 0 damaged");
        assertThat(backups.stored(blobs.get(0))).hasBinaryContent(before);
    }

    @Test
    @DisplayName("are of one moment: what is written meanwhile belongs to the next one")
    void snapshot() throws SQLException, IOException {
        String data = backups.installation.data();
        Map<String, String> before = Backups.contents(data);
        var owner = OwnerConfiguration.read(backups.installation.owner()).tillit();
        try (Dump dump = Dump.begin(owner)) {
            assertThat(new Tables(dump.snapshot()).inOrder()).contains("project");
            TestInstallation.in(data, "UPDATE project SET name = 'later'");
            var operators = Envelope.certificates(List.of(backups.olga.certificate()));
            BackupFile.write(dump, backups.place(), "data", operators, backups.signing(), Instant.now(), table -> {});
        }
        assertThat(backups.restore(backups.only(), restored)).as(said()).isZero();
        assertThat(Backups.contents(restored)).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "are refused when a byte was changed, the end is missing, or the key is another: nothing is left behind")
    void damaged() throws IOException, SQLException {
        Path file = backups.make();
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {40, whole.length / 3, whole.length / 2, whole.length - 40, whole.length - 7}) {
            Backups.flip(file, at);
            assertThat(backups.verify(file, backups.olga)).as("byte " + at).isEqualTo(1);
            assertThat(backups.restore(file, restored)).as("byte " + at).isEqualTo(1);
            assertThat(Backups.contents(restored)).isEmpty();
            Files.write(file, whole);
        }
        for (int length : new int[] {0, 100, whole.length / 2, whole.length - 7}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(backups.restore(file, restored)).as("length " + length).isEqualTo(1);
        }
        Files.write(file, whole);
        assertThat(backups.verify(file, Operator.in(folder, "other"))).isEqualTo(1);
        assertThat(said()).contains("not for this key");
        assertThat(backups.restore(file, restored)).as(said()).isZero();
    }

    @Test
    @DisplayName("go into an empty database only")
    void notEmpty() throws IOException, SQLException {
        Path file = backups.make();
        Map<String, String> before = Backups.contents(backups.installation.data());
        assertThat(backups.restore(file, backups.installation.data())).isEqualTo(1);
        assertThat(said()).contains("is not empty");
        assertThat(Backups.contents(backups.installation.data())).isEqualTo(before);
    }

    @Test
    @DisplayName("of an older schema are brought to this version's")
    void older() throws IOException {
        String old = TestInstallation.migrated("tillit_owner", "db/tillit", MigrationVersion.fromVersion("15.2"));
        assertThat(backups.data(backups.installation.owner(old, "none")))
                .as(said())
                .isZero();
        assertThat(backups.restore(backups.only(), restored)).as(said()).isZero();
        assertThat(said()).contains("newer migrations applied");
    }

    @Test
    @DisplayName("of keys lie apart from the data and are removed after thirty days")
    void keys() throws IOException, SQLException {
        Path place = Files.createDirectories(folder.resolve("keys"));
        Path old = Files.createFile(place.resolve("keys-20200101T000000Z.tillit-backup"));
        Path signature = Files.createFile(place.resolve("keys-20200101T000000Z.tillit-backup.p7s"));
        Path other = Files.createFile(place.resolve("notes.txt"));
        assertThat(backups.keys(place)).as(said()).isZero();
        assertThat(old).doesNotExist();
        assertThat(signature).doesNotExist();
        assertThat(other).exists();
        Path made = Path.of(backups.installation.said().lines().findFirst().orElseThrow());
        assertThat(backups.verify(made, backups.olga)).as(said()).isZero();
        String empty = TestInstallation.empty("tillit_keys_owner");
        assertThat(backups.installation.run(
                        "restore",
                        made.toString(),
                        "--key",
                        backups.olga.key().toString(),
                        "--signed-by",
                        backups.maker.certificate().toString(),
                        "-o",
                        backups.installation.owner("none", empty).toString()))
                .as(said())
                .isZero();
        assertThat(Backups.contents(empty)).isEqualTo(Backups.contents(backups.installation.keys()));

        backups.blob(100);
        backups.make();
        assertThat(backups.keys(backups.place())).isEqualTo(2);
        assertThat(backups.keys(place, "--keep-days", "31")).isEqualTo(2);
    }

    @Test
    @DisplayName("hold nothing that can be read without an operator's key")
    void unreadable() throws IOException {
        String file = new String(Files.readAllBytes(backups.make()), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("sitert").doesNotContain("manifest.properties");
    }

    @Test
    @DisplayName("open without Tillit: the machine's openssl makes a zip of them, with a table in each file")
    void openssl() throws IOException, InterruptedException {
        Path zip = folder.resolve("backup.zip");
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-decrypt",
                        "-inform",
                        "DER",
                        "-in",
                        backups.make().toString(),
                        "-inkey",
                        backups.olga.key().toString(),
                        "-out",
                        zip.toString())
                .redirectErrorStream(true)
                .start();
        String complaint = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(openssl.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(openssl.exitValue()).as(complaint).isZero();
        try (var opened = new ZipFile(zip.toFile());
                var project = opened.getInputStream(opened.getEntry("tables/project"))) {
            assertThat(new String(project.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(Backups.PROJECT.toString(), Backups.TEXT.replace("\"", "\"\""));
        }
    }

    private String said() {
        return backups.installation.said() + backups.installation.complained();
    }
}
