package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.tillit.testing.ChildJvm;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed with SIGKILL, on copies of one set of databases and files; see {@link ErasingChild}. */
@DisplayName("A deletion that is killed ten times")
class TenKillsTest {
    private static final int KILLS = 10;
    private static final int EARLY = 3;

    /** The moments are by chance; a run that failed is run again with its seed. */
    private static final long SEED = Long.getLong("tillit.test.seed", System.nanoTime());

    /** One set of databases and files. */
    private record Place(Path folder, String data, String keys) {
        Place copy(Path into) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.toList()) {
                    Files.copy(
                            each,
                            into.resolve(folder.relativize(each).toString()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return new Place(
                    into, TestDatabases.copyOf(data, "tillit_owner"), TestDatabases.copyOf(keys, "tillit_keys_owner"));
        }

        ChildJvm child(String what, int stop, int minute) throws IOException {
            List<String> options = new ArrayList<>(TestDatabases.toChild(data, keys));
            options.add("-XX:TieredStopAtLevel=1");
            options.add("-D" + KeyRing.ROOT + "=" + folder.resolve("root.bcfks"));
            return ChildJvm.run(
                    ErasingChild.class,
                    options,
                    what,
                    folder.toString(),
                    Integer.toString(stop),
                    Integer.toString(minute));
        }
    }

    @Test
    @DisplayName("at moments chosen by chance, and goes on each time, ends exactly as one that nobody disturbed")
    void tenKills(@TempDir Path prepared, @TempDir Path quiet, @TempDir Path killed) throws Exception {
        Place place = new Place(prepared, TestDatabases.freshTillit(), TestDatabases.freshKeysByName());
        try (ChildJvm child = place.child("prepare", 0, 0)) {
            assertThat(child.line("prepared")).isNotBlank();
        }
        Place undisturbed = place.copy(quiet);
        Place disturbed = place.copy(killed);
        int erasing;
        int steps;
        try (ChildJvm child = undisturbed.child("run", 0, KILLS)) {
            erasing = Integer.parseInt(child.line("erasing after ").split(" ")[2]);
            String[] done = child.line("done ").split(" ");
            assertThat(done[2]).isEqualTo("VERIFIED");
            steps = Integer.parseInt(done[1]);
        }
        List<String> told = new ArrayList<>();
        Random chance = new Random(SEED);
        for (int i = 0; i < KILLS; i++) {
            // A run finds some of what stands before the erasing of items done already, so how long that is varies: the
            // first are
            // killed in it, the others so many steps after it that all ten together leave something to be done.
            int stop =
                    i < EARLY ? 1 + chance.nextInt(erasing / 2) : -1 - chance.nextInt((steps - erasing) / (KILLS + 2));
            try (ChildJvm child = disturbed.child("run", stop, i)) {
                told.add(child.line("at "));
                child.kill();
            }
            assertOrder(disturbed, killed, told);
        }
        try (ChildJvm child = disturbed.child("run", 0, KILLS)) {
            assertThat(child.line("done ")).as(told(told)).endsWith("VERIFIED");
        }
        assertThat(told).as(told(told)).hasSize(KILLS);
        assertSame(rows(disturbed.data()), rows(undisturbed.data()), told);
        assertSame(rows(disturbed.keys()), rows(undisturbed.keys()), told);
        assertThat(files(killed)).as(told(told)).isEqualTo(files(quiet));
        assertThat(register(killed)).as(told(told)).isEqualTo(register(quiet));
        assertThat(certificate(disturbed.data())).as(told(told)).isEqualTo(certificate(undisturbed.data()));
        assertThat(files(quiet)).hasSizeLessThan(files(prepared).size());
    }

    /** What is there when it is dead: nothing has gone before what is to go before it, whatever a later run would make of it. */
    private static void assertOrder(Place place, Path folder, List<String> told) throws Exception {
        Path file = folder.resolve("register");
        String register = Files.exists(file) ? Files.readString(file) : "";
        try (Connection keys = TestDatabases.as("postgres", place.keys()).getConnection();
                Connection data = TestDatabases.as("postgres", place.data()).getConnection()) {
            List<String> destroyed = column(keys, "SELECT subject FROM subject_key WHERE state <> 'ACTIVE'");
            assertThat(destroyed)
                    .as("no key goes before the register names it, " + told(told))
                    .allMatch(register::contains);
            assertThat(
                            column(
                                    data,
                                    "SELECT participant_id FROM deletion_item WHERE state = 'ERASED' AND participant_id IS NOT NULL"))
                    .as("no record goes before its person's key, " + told(told))
                    .isSubsetOf(destroyed);
            assertThat(
                            column(
                                    data,
                                    "SELECT l.record_id FROM deletion_item l JOIN deletion_item h USING (job_id, version)"
                                            + " WHERE l.state = 'PENDING' AND h.state = 'ERASED' AND l.step_order < h.step_order"))
                    .as("nothing goes before what hangs on it, " + told(told))
                    .isEmpty();
            assertThat(files(folder).stream()
                            .map(name -> name.substring(name.lastIndexOf('/') + 1))
                            .filter(name -> name.endsWith(".blob"))
                            .map(name -> name.replace(".blob", "")))
                    .as("no row goes before its bytes, " + told(told))
                    .isSubsetOf(column(data, "SELECT blob FROM stored_blob"));
        }
    }

    private static void assertSame(
            Map<String, List<String>> found, Map<String, List<String>> wanted, List<String> told) {
        assertThat(found.keySet()).isEqualTo(wanted.keySet());
        // The seal is made when it is first needed: here by each of the two for itself.
        found.forEach((table, rows) -> {
            if (!table.equals("seal_certificate") && !table.equals("installation_key")) {
                assertThat(rows).as(table + ", " + told(told)).isEqualTo(wanted.get(table));
            }
        });
    }

    private static String told(List<String> kills) {
        return "seed " + SEED + ", killed\n" + String.join("\n", kills) + "\n";
    }

    /** Every row of every table, without moments and what is drawn from them, and numbers that a rollback leaves out. */
    private static Map<String, List<String>> rows(String database) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = TestDatabases.as("postgres", database).getConnection()) {
            for (String table : column(
                    connection,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")) {
                String columns = column(
                                connection,
                                "SELECT string_agg(quote_ident(column_name), ',' ORDER BY column_name) FROM information_schema.columns"
                                        + " WHERE table_schema = 'public' AND data_type NOT LIKE 'timestamp%'"
                                        + " AND (table_name, column_name) NOT IN (('deletion_certificate', 'pdf'),"
                                        + " ('deletion_certificate', 'sha256'), ('erasure_register', 'seq'))"
                                        + " AND table_name = '" + table + "'")
                        .get(0);
                tables.put(
                        table,
                        column(
                                connection,
                                "SELECT r::text FROM (SELECT " + columns + " FROM " + table + ") r ORDER BY 1"));
            }
        }
        return tables;
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(String.valueOf(row.getString(1)));
            }
            return values;
        }
    }

    /** Every file of the store. */
    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("blobs"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** The register's file without moments and hashes: who and what, in its order, each once. */
    private static List<String> register(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("register")).stream()
                .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|[0-9a-f]{64}", ""))
                .sorted()
                .toList();
    }

    private static String certificate(String database) throws SQLException, IOException {
        try (Connection connection = TestDatabases.as("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pdf FROM deletion_certificate")) {
            assertThat(row.next()).isTrue();
            try (PDDocument pdf = Loader.loadPDF(row.getBytes(1))) {
                return new PDFTextStripper()
                        .getText(pdf)
                        .replaceAll("kl\\. ?\\d\\d\\.\\d\\d", "")
                        .replaceAll("\\d+–\\d+ (?=\\()", "");
            }
        }
    }
}
