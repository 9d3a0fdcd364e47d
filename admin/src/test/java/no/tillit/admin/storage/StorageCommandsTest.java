package no.tillit.admin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.admin.testing.TestInstallation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("tillit-admin storage")
class StorageCommandsTest {
    private static final int SEGMENT = 1 << 20;

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private TestInstallation installation;

    @BeforeEach
    void nothing() throws IOException {
        installation = new TestInstallation(folder);
    }

    private int run(String... arguments) {
        return installation.run(Stream.concat(
                        Stream.of(
                                "storage",
                                arguments[0],
                                "-c",
                                installation.configuration().toString()),
                        Arrays.stream(arguments).skip(1))
                .toArray(String[]::new));
    }

    private void sql(String statement) {
        TestInstallation.in(installation.data(), statement);
    }

    /** A blob in the store, of one segment and the hash of it, and a document's row that names it. */
    private UUID aBlob(int length, Instant keptAt) throws IOException, SQLException {
        UUID id = UUID.randomUUID();
        insert(id, keep(id, length), length, keptAt);
        return id;
    }

    private byte[] keep(UUID id, int length) throws IOException {
        return installation.keep(id, length);
    }

    private void insert(UUID blob, byte[] digest, int length, Instant keptAt) throws SQLException {
        try (Connection connection =
                        TestInstallation.as("postgres", installation.data()).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO document (id, project_id, type, format, state, attached_to, data_day, key_id, name_owner,
                        file_name, original_blob, original_length, original_stored_length, original_sha256, text_cut,
                        received_at, received_by)
                    VALUES (gen_random_uuid(), gen_random_uuid(), 'TRANSCRIPT', 'TXT', 'AVAILABLE', gen_random_uuid(),
                        now(), gen_random_uuid(), gen_random_uuid(), '', ?, 1, ?, ?, false, ?, 'somebody')""")) {
                insert.setObject(1, blob);
                insert.setLong(2, TestInstallation.storedLength(length));
                insert.setBytes(3, digest);
                insert.setObject(4, OffsetDateTime.ofInstant(keptAt, ZoneOffset.UTC));
                insert.executeUpdate();
            }
        }
    }

    private Path file(UUID blob) {
        return folder.resolve("blobs").resolve(blob.toString().substring(0, 2)).resolve(blob + ".blob");
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(3, ChronoUnit.DAYS)));
    }

    private void flip(UUID blob, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file(blob));
        bytes[at] ^= 1;
        Files.write(file(blob), bytes);
    }

    @Test
    @DisplayName("check: everything whole is 0")
    void whole() throws IOException, SQLException {
        for (int length : new int[] {57, 1000, SEGMENT, SEGMENT + 17, 3 * SEGMENT + 50}) {
            aBlob(length, Instant.now());
        }
        assertThat(run("check")).as(installation.complained()).isZero();
        assertThat(installation.said()).contains("5 whole, 0 damaged, 0 missing, 0 unknown");
    }

    @Test
    @DisplayName("check: names what is damaged, missing or unknown, and is 1; a blob just arriving is not unknown")
    void faults() throws IOException, SQLException {
        aBlob(500, Instant.now());
        UUID bit = aBlob(2 * SEGMENT, Instant.now());
        flip(bit, SEGMENT + 5);
        UUID list = aBlob(900, Instant.now());
        flip(list, 905);
        UUID cut = aBlob(800, Instant.now());
        Files.write(file(cut), Arrays.copyOf(Files.readAllBytes(file(cut)), 700));
        UUID gone = aBlob(600, Instant.now());
        Files.delete(file(gone));
        UUID unknown = UUID.randomUUID();
        keep(unknown, 400);
        age(file(unknown));
        UUID arriving = UUID.randomUUID();
        keep(arriving, 300);

        assertThat(run("check")).isEqualTo(1);
        assertThat(installation.said())
                .contains(
                        "damaged " + bit, "damaged " + list, "damaged " + cut, "missing " + gone, "unknown " + unknown)
                .contains("1 whole, 3 damaged, 1 missing, 1 unknown")
                .doesNotContain(arriving.toString());
        assertThat(file(unknown)).exists();
    }

    @Test
    @DisplayName("check: goes on after the blob it is told, leaves older ones out, and takes a sample")
    void parts() throws IOException, SQLException {
        List<UUID> ids = Stream.generate(() -> UUID.randomUUID()).limit(4).toList();
        for (UUID id : ids) {
            insert(id, keep(id, 100), 100, Instant.parse("2026-03-01T12:00:00Z"));
        }
        List<String> sorted = ids.stream().map(UUID::toString).sorted().toList();
        assertThat(run("check", "--from", sorted.get(1))).isZero();
        assertThat(installation.said()).contains("2 whole");
        assertThat(run("check", "--since", "2026-03-02")).isZero();
        assertThat(installation.said()).contains("0 whole");
        assertThat(run("check", "--sample", "1")).isZero();
        assertThat(run("check", "--sample", "0")).isEqualTo(2);
        assertThat(run("check", "--since", "yesterday")).isEqualTo(2);
    }

    @Test
    @DisplayName("check: pages through more rows than it holds, and tells how far it is")
    void pages() throws SQLException, IOException {
        UUID one = aBlob(100, Instant.now());
        sql("""
                INSERT INTO document (id, project_id, type, format, state, attached_to, data_day, key_id, name_owner,
                    file_name, original_blob, original_length, original_stored_length, original_sha256, text_cut,
                    received_at, received_by)
                SELECT gen_random_uuid(), gen_random_uuid(), type, format, state, attached_to, data_day, gen_random_uuid(),
                    name_owner, file_name, gen_random_uuid(), 1, 132, original_sha256, false, received_at, received_by
                FROM document, generate_series(1, 1200)""".replace("INSERT", "SET session_replication_role = replica; INSERT"));

        assertThat(run("check")).isEqualTo(1);
        assertThat(installation.said())
                .contains("1 whole, 0 damaged, 1200 missing")
                .doesNotContain("missing " + one);
        assertThat(installation.complained()).contains("500 looked at").contains("1000 looked at");
    }

    @Test
    @DisplayName("sweep: names what would go, then removes just that")
    void sweep() throws IOException, SQLException {
        UUID known = aBlob(100, Instant.now());
        age(file(known));
        UUID unknown = UUID.randomUUID();
        keep(unknown, 400);
        age(file(unknown));
        UUID young = UUID.randomUUID();
        keep(young, 400);
        Path pending = folder.resolve("blobs/pending").resolve(UUID.randomUUID().toString());
        Files.write(pending, new byte[10]);
        age(pending);

        assertThat(run("sweep", "--dry-run")).as(installation.complained()).isZero();
        assertThat(installation.said())
                .contains("unknown " + unknown, "unfinished " + pending.getFileName())
                .contains("1 unfinished uploads and 1 unknown blobs would go");
        assertThat(file(unknown)).exists();
        assertThat(run("sweep", "--grace", "P7D")).isZero();
        assertThat(installation.said()).contains("0 unfinished uploads and 0 unknown blobs removed");

        assertThat(run("sweep")).isZero();
        assertThat(installation.said()).contains("1 unfinished uploads and 1 unknown blobs removed");
        assertThat(file(unknown)).doesNotExist();
        assertThat(pending).doesNotExist();
        assertThat(file(known)).exists();
        assertThat(file(young)).exists();
    }

    @Test
    @DisplayName("sweep: refuses a grace period that could meet an upload, and a database that names nothing at all")
    void refused() throws IOException {
        UUID lost = UUID.randomUUID();
        keep(lost, 400);
        age(file(lost));

        assertThat(run("sweep", "--grace", "PT5M")).isEqualTo(2);
        assertThat(run("sweep")).isEqualTo(1);
        assertThat(installation.complained()).contains("is it the right one?");
        assertThat(file(lost)).exists();
    }

    @Test
    @DisplayName("sweep: waits for nobody: while another one is going on, it does nothing")
    void alone() throws SQLException, IOException {
        aBlob(100, Instant.now());
        try (Connection other =
                        TestInstallation.as("tillit_app", installation.data()).getConnection();
                Statement sql = other.createStatement()) {
            sql.execute("SELECT pg_advisory_lock(7405801003)");
            assertThat(run("sweep")).isEqualTo(1);
            assertThat(installation.complained()).contains("another sweep is going on");
        }
    }

    @Test
    @DisplayName("both: a row that the database would hide is an error, not an unknown blob")
    void hidden() throws SQLException, IOException {
        UUID known = aBlob(100, Instant.now());
        age(file(known));
        sql("ALTER TABLE document ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY");
        assertThat(run("check")).isEqualTo(1);
        assertThat(run("sweep")).isEqualTo(1);
        assertThat(file(known)).exists();
    }
}
