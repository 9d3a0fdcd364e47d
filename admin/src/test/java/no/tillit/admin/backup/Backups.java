package no.tillit.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.admin.testing.TestInstallation;

/** An installation with a project and its log, an operator, and the folder of its backups. */
final class Backups {
    static final String TEXT = "Ærlig, \"sitert\"\nog \\N, over to linjer";
    static final UUID PROJECT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    final TestInstallation installation;
    final Operator olga;

    /** Whose key the machine has that makes backups. */
    final Operator maker;

    private final Path folder;

    Backups(Path folder) throws IOException {
        this.folder = folder;
        installation = new TestInstallation(folder);
        olga = Operator.in(folder, "olga");
        maker = Operator.in(folder, "maker");
        TestInstallation.in(
                installation.data(),
                "INSERT INTO project VALUES ('" + PROJECT + "', '" + TEXT
                        + "', 'C', 'R1', '2026-01-01', 'P', '2027-01-01', 24, now(), 'solveig')",
                "INSERT INTO audit_entry (uid, leaf_hash, at, actor, role, action, outcome)"
                        + " SELECT gen_random_uuid(), sha256(int4send(n)), now(), 'ingrid', 'researcher', 'x', 'ALLOWED' FROM generate_series(1, 20) n");
    }

    Signing signing() {
        return Signing.with(maker.key(), maker.certificate());
    }

    Path place() {
        return folder.resolve("backups");
    }

    /** Backs up the data, which has to succeed; the file. */
    Path make() throws IOException {
        assertThat(data(installation.owner())).as(installation.complained()).isZero();
        return only();
    }

    /** {@code backup data} of this owner's databases; its exit code. */
    int data(Path owner, String... more) {
        return backup(
                "data",
                owner,
                place(),
                Stream.concat(Stream.of("-c", installation.configuration().toString()), Stream.of(more)));
    }

    /** {@code backup keys} into this folder; its exit code. */
    int keys(Path to, String... more) {
        return backup("keys", installation.owner(), to, Stream.of(more));
    }

    private int backup(String what, Path owner, Path to, Stream<String> more) {
        Stream<String> always = Stream.of(
                "backup",
                what,
                "-o",
                owner.toString(),
                "--to",
                to.toString(),
                "--for",
                olga.certificate().toString(),
                "--sign",
                maker.key().toString(),
                "--signer",
                maker.certificate().toString());
        return installation.run(Stream.concat(always, more).toArray(String[]::new));
    }

    Path only() throws IOException {
        try (Stream<Path> files = Files.list(place())) {
            return files.filter(file -> file.toString().endsWith(".tillit-backup"))
                    .reduce((a, b) -> {
                        throw new AssertionError("two backups");
                    })
                    .orElseThrow();
        }
    }

    int verify(Path file, Operator by) {
        return installation.run(
                "backup",
                "verify",
                file.toString(),
                "--key",
                by.key().toString(),
                "--signed-by",
                maker.certificate().toString());
    }

    /** {@code restore} into this database; its exit code. */
    int restore(Path file, String into) {
        return installation.run(
                "restore",
                file.toString(),
                "--key",
                olga.key().toString(),
                "--signed-by",
                maker.certificate().toString(),
                "-o",
                installation.owner(into, "none").toString(),
                "-c",
                installation.configuration().toString(),
                "--content",
                place().toString());
    }

    /** A blob in the store, and a row that names it. */
    UUID blob(int length) throws IOException, SQLException {
        UUID id = UUID.randomUUID();
        byte[] digest = installation.keep(id, length);
        try (Connection connection =
                        TestInstallation.as("postgres", installation.data()).getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO document (id, project_id, type, format, state, attached_to, data_day, key_id, name_owner,
                    file_name, original_blob, original_length, original_stored_length, original_sha256, text_cut,
                    received_at, received_by)
                VALUES (gen_random_uuid(), ?, 'TRANSCRIPT', 'TXT', 'AVAILABLE', gen_random_uuid(),
                    now(), gen_random_uuid(), gen_random_uuid(), '', ?, 1, ?, ?, false, now(), 'somebody')""")) {
            insert.setObject(1, PROJECT);
            insert.setObject(2, id);
            insert.setLong(3, TestInstallation.storedLength(length));
            insert.setBytes(4, digest);
            insert.executeUpdate();
        }
        return id;
    }

    /** Where the store has it. */
    Path stored(UUID blob) {
        return file(folder.resolve("blobs"), blob);
    }

    /** Where the backups have it. */
    Path copied(UUID blob) {
        return file(place().resolve("blobs"), blob);
    }

    private static Path file(Path store, UUID blob) {
        return store.resolve(blob.toString().substring(0, 2)).resolve(blob + ".blob");
    }

    static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    /** What each table holds, as one hash, and where each sequence stands. */
    static Map<String, String> contents(String database) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        try (Connection connection = TestInstallation.as("postgres", database).getConnection()) {
            var tables = new Tables(connection);
            for (String table : tables.inOrder()) {
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
}
