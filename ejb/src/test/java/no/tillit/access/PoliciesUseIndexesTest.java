package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The second wall costs nothing that grows with what is stored: asked how it would find its way on a table too large to be
 * read through (sequential scans forbidden), the database has an index for every look-up, its policy included.
 */
@DisplayName("Row-level security finds rows by indexes")
class PoliciesUseIndexesTest {
    /** Read through by nobody for a whole project; what is asked of them is asked by their key or their parent's. */
    private static final Set<String> NEVER_BY_PROJECT = Set.of();

    private static final String KEY = """
            SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            WHERE i.indrelid = '%s'::regclass AND i.indisprimary""";
    private static final String HAS_PROJECT = """
            SELECT attname FROM pg_attribute WHERE attrelid = '%s'::regclass AND attname = 'project_id'""";
    private static final Pattern READ_THROUGH = Pattern.compile("Seq Scan on (\\w+)");

    private static Connection app;
    private static ProjectRows rows;

    @BeforeAll
    static void open() throws SQLException {
        rows = ProjectRows.of("ingrid");
        app = TestDatabases.tillit().getConnection();
        app.setAutoCommit(false);
    }

    @AfterAll
    static void close() throws SQLException {
        app.close();
    }

    @Test
    @DisplayName("one row by its key, among all projects' rows")
    void byKey() throws SQLException {
        Set<String> readThrough = new TreeSet<>();
        for (String table : ProjectRows.guardedTables(app)) {
            for (String key : ProjectRows.texts(app, KEY.formatted(table))) {
                readThrough.addAll(
                        readThrough("SELECT * FROM " + table + " WHERE " + key + " = " + valueOf(table, key)));
            }
        }
        assertThat(readThrough).isEmpty();
    }

    @Test
    @DisplayName("a project's rows, among all projects' rows")
    void byProject() throws SQLException {
        Set<String> readThrough = new TreeSet<>();
        for (String table : ProjectRows.guardedTables(app)) {
            if (!ProjectRows.texts(app, HAS_PROJECT.formatted(table)).isEmpty()) {
                readThrough.addAll(readThrough("SELECT * FROM " + table + " WHERE project_id = '"
                        + rows.id().value() + "'"));
            }
        }
        readThrough.removeAll(NEVER_BY_PROJECT);
        assertThat(readThrough)
                .as("CREATE INDEX ON these tables, beginning with project_id, or say here why none is needed")
                .isEmpty();
    }

    @Test
    @DisplayName("what is read on every request: the caller's projects")
    void memberships() throws SQLException {
        assertThat(readThrough("SELECT * FROM project_member WHERE username = 'ingrid'"))
                .isEmpty();
    }

    private static String valueOf(String table, String column) throws SQLException {
        return ProjectRows.texts(
                        app,
                        "SELECT CASE atttypid WHEN 'uuid'::regtype THEN quote_literal('" + UUID.randomUUID()
                                + "') WHEN 'text'::regtype THEN quote_literal('x') ELSE '1' END FROM pg_attribute"
                                + " WHERE attrelid = '" + table + "'::regclass AND attname = '" + column + "'")
                .get(0);
    }

    /** The tables that the query, in the context of one project, would read from one end to the other. */
    private static List<String> readThrough(String query) throws SQLException {
        try (var statement = app.createStatement()) {
            statement.execute("SET LOCAL enable_seqscan = off");
            statement.execute(
                    "SELECT set_config('tillit.projects', '" + rows.id().value() + "', true)");
            List<String> found = new ArrayList<>();
            for (String line : ProjectRows.texts(app, "EXPLAIN " + query)) {
                Matcher through = READ_THROUGH.matcher(line);
                if (through.find()) {
                    found.add(through.group(1));
                }
            }
            return found;
        } finally {
            app.rollback();
        }
    }
}
