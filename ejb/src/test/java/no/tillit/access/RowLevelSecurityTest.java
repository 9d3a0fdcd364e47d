package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import no.tillit.kernel.ProjectId;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The second wall, asked by hand-written SQL as the application's own database role")
class RowLevelSecurityTest {
    /** Tables that the application may use and that have no policy, each with the reason. */
    private static final Map<String, String> WITHOUT_POLICY = Map.ofEntries(
            Map.entry("job_instance", "the batch runtime's own: names and numbers of jobs"),
            Map.entry("job_execution", "as job_instance"),
            Map.entry("step_execution", "as job_instance"),
            Map.entry("partition_execution", "as job_instance"),
            Map.entry("idempotency_key", "belongs to a user, who is asked for by name; holds an id and a digest"),
            Map.entry("clock_seen", "one moment, about nobody"),
            Map.entry(
                    "audit_entry",
                    "one log over all projects that can only grow; refused attempts name other projects"),
            Map.entry("audit_leaf", "hashes of the whole log"),
            Map.entry("audit_subtree", "hashes of the whole log"),
            Map.entry("audit_batch", "places in the whole log"),
            Map.entry("audit_checkpoint", "signatures over the whole log"),
            Map.entry("audit_restore", "about the whole log"),
            Map.entry("audit_check", "about the whole log"),
            Map.entry("record_part", "a view: each row is seen with the rights of whoever asks"),
            Map.entry("record_person", "a view: each row is seen with the rights of whoever asks"),
            Map.entry("retention_facts", "a view: each row is seen with the rights of whoever asks"),
            Map.entry(
                    "stored_blob",
                    "names of blobs, lengths and digests, and not whose: the sweeper must see every one"));

    private static final String REACHABLE = """
            SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
            AND has_table_privilege('tillit_app', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')""";

    private static Connection app;
    private static ProjectRows a;
    private static ProjectRows b;

    @BeforeAll
    static void twoProjects() throws SQLException {
        a = ProjectRows.of("ingrid");
        b = ProjectRows.of("oyvind");
        app = TestDatabases.tillit().getConnection();
        app.setAutoCommit(false);
    }

    @AfterAll
    static void close() throws SQLException {
        app.close();
    }

    @Test
    @DisplayName("every table the application can reach has a policy or a reason why not")
    void everyTable() throws SQLException {
        try (var owner = TestDatabases.tillitOwner().getConnection()) {
            var open = new TreeSet<>(ProjectRows.texts(owner, REACHABLE));
            assertThat(open).hasSizeGreaterThan(20);
            open.removeAll(ProjectRows.texts(
                    owner,
                    "SELECT DISTINCT tablename FROM pg_policies WHERE tablename IN (" + ProjectRows.GUARDED + ")"));
            open.removeAll(WITHOUT_POLICY.keySet());
            assertThat(open)
                    .as("CALL show_by_project or show_by_parent in the table's migration")
                    .isEmpty();
        }
    }

    @Test
    @DisplayName(
            "the application's role is bound by policies: no superuser, no bypass, owner of nothing, member of nothing")
    void boundByPolicies() throws SQLException {
        try (var owner = TestDatabases.tillitOwner().getConnection()) {
            assertThat(ProjectRows.texts(owner, """
                            SELECT rolname FROM pg_roles WHERE rolname = 'tillit_app'
                            AND NOT rolsuper AND NOT rolbypassrls AND NOT rolcreaterole AND NOT rolcreatedb
                            AND NOT EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = pg_roles.oid)
                            AND NOT EXISTS (SELECT 1 FROM pg_shdepend d WHERE d.refobjid = pg_roles.oid AND d.deptype = 'o')""")).hasSize(1);
        }
    }

    @Test
    @DisplayName("what runs with its owner's rights fixes where it looks and is open to the application alone")
    void definers() throws SQLException {
        try (var owner = TestDatabases.tillitOwner().getConnection()) {
            assertThat(ProjectRows.texts(owner, """
                            SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
                            AND (proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(proacl) WHERE grantee = 0)
                                 OR NOT 'search_path=public, pg_temp' = ANY (coalesce(proconfig, '{}')))""")).isEmpty();
        }
    }

    @Test
    @DisplayName("without a context nothing is there, nothing is changed and nothing is added")
    void withoutContext() throws SQLException {
        assertThat(a.counts().keySet())
                .isEqualTo(b.counts().keySet())
                .contains("contact", "document", "consent_decision");
        assertThat(ProjectRows.counts(app).values()).containsOnly(0L);
        for (String table : a.counts().keySet()) {
            assertThat(changed(table)).as(table).isZero();
            refuses(a, table);
        }
    }

    @Test
    @DisplayName("in one project's context the other's rows are not seen, not changed and not added, without any WHERE")
    void inOneProject() throws SQLException {
        inContext(a.id().value().toString());
        Map<String, Long> seen = ProjectRows.counts(app);
        a.counts()
                .forEach((table, rows) -> assertThat(seen.get(table)).as(table).isEqualTo(rows));
        for (String table : a.counts().keySet()) {
            inContext(a.id().value().toString());
            assertThat(changed(table)).as(table).isLessThanOrEqualTo(a.counts().get(table));
            inContext(a.id().value().toString());
            refuses(b, table);
        }
    }

    @Test
    @DisplayName("a row cannot be moved into another project")
    void moved() throws SQLException {
        inContext(a.id().value().toString());
        assertThatThrownBy(() -> execute("UPDATE participant SET project_id = '" + b.id().value() + "'"))
                .hasMessageContaining("row-level security");
        app.rollback();
    }

    @Test
    @DisplayName("a connection that comes back from the pool has forgotten, after commit, rollback and an error")
    void forgets() throws SQLException {
        inContext(a.id().value().toString());
        assertThat(ProjectRows.counts(app).get("participant")).isEqualTo(1);
        app.commit();
        assertThat(ProjectRows.counts(app).values()).containsOnly(0L);
        inContext("*");
        app.rollback();
        assertThat(ProjectRows.counts(app).values()).containsOnly(0L);
        inContext(a.id().value().toString());
        assertThatThrownBy(() -> execute("SELECT 1 / 0")).isInstanceOf(SQLException.class);
        app.rollback();
        assertThat(ProjectRows.counts(app).values()).containsOnly(0L);
        app.setAutoCommit(true);
        execute("SELECT set_config('tillit.projects', '*', true)");
        assertThat(ProjectRows.counts(app).values()).containsOnly(0L);
        app.setAutoCommit(false);
    }

    @Test
    @DisplayName("a context that is no list of ids shows nothing: it is an error")
    void garbled() throws SQLException {
        for (String odd : new String[] {"**", "all", a.id().value() + ";", "%", "*,"}) {
            inContext(odd);
            assertThatThrownBy(() -> ProjectRows.counts(app)).isInstanceOf(SQLException.class);
            app.rollback();
        }
    }

    @Test
    @DisplayName("deciding narrows everything to one project, deciding twice to the two")
    void narrows() throws SQLException {
        inContext("*");
        narrowTo(a.id());
        assertThat(ProjectRows.counts(app).get("participant")).isEqualTo(1);
        narrowTo(b.id());
        narrowTo(a.id());
        assertThat(ProjectRows.counts(app).get("participant")).isEqualTo(2);
        app.rollback();
    }

    private static void inContext(String projects) throws SQLException {
        execute("SELECT set_config('tillit.projects', '" + projects + "', true)");
    }

    private static void narrowTo(ProjectId project) throws SQLException {
        execute("SELECT narrow_to('" + project.value() + "')");
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = app.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many rows a change of the whole table reaches; what the role may not do at all reaches none. */
    private static long changed(String table) throws SQLException {
        long reached = 0;
        String column = ProjectRows.texts(
                        app,
                        "SELECT attname FROM pg_attribute WHERE attrelid = '" + table + "'::regclass AND attnum = 1")
                .get(0);
        for (String change :
                new String[] {"UPDATE " + table + " SET " + column + " = " + column, "DELETE FROM " + table}) {
            var before = app.setSavepoint();
            try (var statement = app.createStatement()) {
                reached = Math.max(reached, statement.executeUpdate(change));
            } catch (SQLException refused) {
                assertThat(refused.getSQLState()).as(change).isIn("42501", "23503", "428C9");
            }
            app.rollback(before);
        }
        app.rollback();
        return reached;
    }

    private static void refuses(ProjectRows rows, String table) throws SQLException {
        assertThatThrownBy(() -> {
                    try (var insert = app.prepareStatement("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE"
                            + " SELECT * FROM jsonb_populate_record(null::" + table + ", ?::jsonb)")) {
                        insert.setString(1, rows.samples().get(table));
                        insert.execute();
                    }
                })
                .as(table)
                .hasMessageContaining("row-level security");
        app.rollback();
    }
}
