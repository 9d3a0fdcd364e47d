package no.tillit.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.testing.TestDatabases;

/**
 * A project with a row in every table that belongs to projects, put there by the owner of the database.
 *
 * @param counts how many rows of it there are in each table
 * @param samples one of them from each table, as JSON
 */
record ProjectRows(ProjectId id, String member, Map<String, Long> counts, Map<String, String> samples) {
    static final String GUARDED = """
            SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity
            ORDER BY relname""";

    /** A new one, of which only this person is a member, as a researcher. */
    static ProjectRows of(String member) throws SQLException {
        ProjectId id = new ProjectId(UUID.randomUUID());
        try (Connection owner = TestDatabases.tillitOwner().getConnection()) {
            Map<String, Long> before = counts(owner);
            try (var insert = owner.createStatement()) {
                insert.execute(
                        script().replace("$PROJECT", id.value().toString()).replace("$MEMBER", member));
            }
            Map<String, Long> counts = new TreeMap<>();
            Map<String, String> samples = new TreeMap<>();
            for (var table : counts(owner).entrySet()) {
                long added = table.getValue() - before.getOrDefault(table.getKey(), 0L);
                if (added > 0) {
                    counts.put(table.getKey(), added);
                    samples.put(table.getKey(), newest(owner, table.getKey()));
                }
            }
            return new ProjectRows(id, member, counts, samples);
        }
    }

    static List<String> guardedTables(Connection connection) throws SQLException {
        return texts(connection, GUARDED);
    }

    static List<String> texts(Connection connection, String query) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(query)) {
            var found = new java.util.ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    /** What this connection sees of each of the tables. */
    static Map<String, Long> counts(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : guardedTables(connection)) {
            counts.put(
                    table,
                    Long.valueOf(
                            texts(connection, "SELECT count(*) FROM " + table).get(0)));
        }
        return counts;
    }

    private static String newest(Connection owner, String table) throws SQLException {
        return texts(owner, "SELECT to_jsonb(t) FROM " + table + " t ORDER BY xmin::text::bigint DESC LIMIT 1")
                .get(0);
    }

    private static String script() {
        try (InputStream script = java.util.Objects.requireNonNull(
                ProjectRows.class.getResourceAsStream("/access/rows-of-a-project.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
