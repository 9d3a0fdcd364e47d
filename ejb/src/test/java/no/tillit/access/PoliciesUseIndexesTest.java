package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The second wall costs nothing that grows with what is stored: over thousands of rows of hundreds of projects, asked as the
 * application is in the context of one of them, the database finds its way by indexes, policy included. All of it happens in
 * one transaction that is rolled back.
 */
@DisplayName("Row-level security finds rows by indexes")
class PoliciesUseIndexesTest {
    /** A table is small when one may read it through. */
    private static final int FEW = 10;

    private static final String LARGE = """
            SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity
            AND reltuples > 3000 ORDER BY relname""";

    /** Those of which a project has one row remain small. */
    private static final String FEW_ROWS = """
            SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity
            AND reltuples <= 3000""";

    private static final String KEY = """
            SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            WHERE i.indrelid = '%s'::regclass AND i.indisprimary""";

    private static final String PARENTS = """
            SELECT a.attname FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE c.conrelid = '%s'::regclass AND c.contype = 'f' AND cardinality(c.conkey) = 1 AND a.attname <> 'project_id'""";

    private static final String LEADING = """
            SELECT DISTINCT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            WHERE i.indrelid = '%s'::regclass AND i.indpred IS NULL""";

    private static final String BELONGS = """
            SELECT attname FROM pg_attribute WHERE attrelid = '%s'::regclass AND attname = 'project_id'""";

    /** Asked only by their job or with more than the project; an index on the project alone would cost their writers for nobody. */
    private static final Set<String> NEVER_BY_PROJECT = Set.of("deletion_item", "deletion_recipient", "disposal");

    private static final Pattern READ_THROUGH = Pattern.compile("Seq Scan on (\\w+)");

    private static Connection all;

    @BeforeAll
    static void manyRows() throws SQLException, IOException {
        ProjectRows.of("ingrid");
        all = TestDatabases.as("postgres", "tillit").getConnection();
        all.setAutoCommit(false);
        try (var make = all.createStatement();
                InputStream script = Objects.requireNonNull(
                        PoliciesUseIndexesTest.class.getResourceAsStream("/access/many-rows.sql"))) {
            make.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void asBefore() throws SQLException {
        all.rollback();
        all.close();
    }

    @Test
    @DisplayName("there are enough rows to tell")
    void enough() throws SQLException {
        assertThat(ProjectRows.texts(all, FEW_ROWS))
                .as("a row of each in rows-of-a-project.sql, of which many-rows.sql makes many")
                .containsExactlyInAnyOrder("participant_number", "retention_setting");
    }

    @Test
    @DisplayName("one row by its key, all rows of a project, all rows of a parent")
    void byKeyProjectAndParent() throws SQLException {
        Set<String> readThrough = new TreeSet<>();
        for (String table : large()) {
            for (String columns :
                    NEVER_BY_PROJECT.contains(table) ? List.of(KEY, PARENTS) : List.of(KEY, BELONGS, PARENTS)) {
                for (String column : ProjectRows.texts(all, columns.formatted(table))) {
                    readThrough.addAll(readThrough(table, column, true));
                }
            }
        }
        assertThat(readThrough)
                .as("CREATE INDEX for these, or do not ask for them")
                .isEmpty();
    }

    @Test
    @DisplayName("whatever there is an index for: the policy keeps none from being used")
    void everyIndex() throws SQLException {
        Set<String> readThrough = new TreeSet<>();
        for (String table : large()) {
            for (String column : ProjectRows.texts(all, LEADING.formatted(table))) {
                readThrough.addAll(readThrough(table, column, false));
            }
        }
        assertThat(readThrough).isEmpty();
    }

    private static List<String> large() throws SQLException {
        return ProjectRows.texts(all, LARGE);
    }

    /**
     * The look-ups of a row by this column that would read a large table from one end to the other. Where it may
     * not choose, it is asked for a value that few rows have: for one that most have, reading through is right. Then
     * it is the table itself that counts: what a policy reads besides depends on how many rows the look-up is thought to find.
     *
     * @param freely whether the database may choose so because it thinks that cheaper
     */
    private static List<String> readThrough(String table, String column, boolean freely) throws SQLException {
        var savepoint = all.setSavepoint();
        try (var statement = all.createStatement()) {
            List<String> values = ProjectRows.texts(
                    all,
                    "SELECT quote_literal(" + column + ") FROM " + table + " WHERE " + column
                            + " IS NOT NULL" + (freely ? "" : " GROUP BY " + column + " HAVING count(*) <= " + FEW)
                            + " OFFSET 1000 LIMIT 1");
            if (values.isEmpty()) {
                return List.of();
            }
            String project = ProjectRows.texts(all, "SELECT project_id FROM participant OFFSET 1000 LIMIT 1")
                    .get(0);
            statement.execute("SET LOCAL enable_seqscan = " + (freely ? "on" : "off"));
            statement.execute("SET LOCAL ROLE tillit_app");
            statement.execute("SELECT set_config('tillit.projects', '" + project + "', true)");
            String query = "SELECT * FROM " + table + " WHERE " + column + " = " + values.get(0);
            List<String> large = large();
            List<String> found = new ArrayList<>();
            for (String line : ProjectRows.texts(all, "EXPLAIN " + query)) {
                Matcher through = READ_THROUGH.matcher(line);
                if (through.find() && (freely ? large.contains(through.group(1)) : table.equals(through.group(1)))) {
                    found.add(table + " by " + column + " reads all of " + through.group(1));
                }
            }
            return found;
        } finally {
            all.rollback(savepoint);
        }
    }
}
