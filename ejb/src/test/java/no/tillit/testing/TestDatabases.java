package no.tillit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for the unit tests: one per JVM, both databases migrated, the roles as in production. Started at the
 * first use, stopped with the JVM; tests share it, so each makes its own ids and leaves others' rows alone. A test's own JVM
 * uses databases of its parent's: see {@link #toChild}.
 */
public final class TestDatabases {
    private static final String PORT = "tillit.test.postgres";
    private static final TestDatabases SHARED = start();
    private static volatile UnaryOperator<DataSource> view = UnaryOperator.identity();

    private final @Nullable EmbeddedPostgres postgres;
    private @Nullable String template;

    private TestDatabases(@Nullable EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** {@code tillit} as the application sees it. */
    public static DataSource tillit() {
        return SHARED.attached("tillit_app", System.getProperty("tillit.test.data", "tillit"));
    }

    /** {@code tillit} as its owner sees it, for what the application may not do. */
    public static DataSource tillitOwner() {
        return SHARED.server().getDatabase("tillit_owner", "tillit");
    }

    /** {@code tillit_keys} as the application sees it. */
    public static DataSource keys() {
        return SHARED.attached("tillit_keys_app", System.getProperty("tillit.test.keys", "tillit_keys"));
    }

    /** {@code tillit_keys} as its owner sees it. */
    public static DataSource keysOwner() {
        return SHARED.server().getDatabase("tillit_keys_owner", "tillit_keys");
    }

    /** An empty, migrated key database of the test's own, as the application sees it: a first start. */
    public static DataSource freshKeys() {
        return SHARED.server().getDatabase("tillit_keys_app", freshKeysByName());
    }

    /** The same; its name, for {@link #as}. */
    public static String freshKeysByName() {
        String name = "tillit_keys_" + UUID.randomUUID().toString().replace("-", "");
        SHARED.database(name, "tillit_keys_owner", "classpath:db/keys");
        return name;
    }

    /**
     * An empty, migrated {@code tillit} of the test's own.
     *
     * @return its name, for {@link #as}
     */
    public static String freshTillit() {
        synchronized (SHARED) {
            if (SHARED.template == null) {
                SHARED.template = "tillit_template";
                SHARED.database(SHARED.template, "tillit_owner", "classpath:db/tillit");
            }
            String name = "tillit_" + UUID.randomUUID().toString().replace("-", "");
            SHARED.administer("create database " + name + " owner tillit_owner template " + SHARED.template);
            return name;
        }
    }

    /** A database by its name, as this role sees it. */
    public static DataSource as(String role, String database) {
        return SHARED.server().getDatabase(role, database);
    }

    /** The address of a database, for another process. */
    public static String url(String role, String database) {
        return SHARED.server().getJdbcUrl(role, database);
    }

    /** Options for a {@link ChildJvm} whose {@link #tillit} and {@link #keys} are these databases of ours. */
    public static List<String> toChild(String data, String keys) {
        return List.of(
                "-D" + PORT + "=" + SHARED.server().getPort(),
                "-Dtillit.test.data=" + data,
                "-Dtillit.test.keys=" + keys,
                "-Dtillit.test.entities=" + String.join(",", Persistence.entityClasses()));
    }

    /** From now on {@link #tillit} and {@link #keys} are seen through this; for a test's own JVM, before anything else. */
    public static void seenThrough(UnaryOperator<DataSource> wrapper) {
        view = wrapper;
    }

    /** A copy of a database that nobody uses, with its rows; its name. */
    public static String copyOf(String database, String owner) {
        String name = "copy_" + UUID.randomUUID().toString().replace("-", "");
        SHARED.administer("create database " + name + " owner " + owner + " template " + database);
        return name;
    }

    private DataSource attached(String role, String database) {
        String port = System.getProperty(PORT);
        if (port == null) {
            return view.apply(server().getDatabase(role, database));
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://localhost:" + port + "/" + database);
        source.setUser(role);
        return view.apply(source);
    }

    private EmbeddedPostgres server() {
        if (postgres == null) {
            throw new IllegalStateException("a test's own JVM has the databases it was given, and no others");
        }
        return postgres;
    }

    private static TestDatabases start() {
        if (System.getProperty(PORT) != null) {
            return new TestDatabases(null);
        }
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
            TestDatabases databases = new TestDatabases(postgres);
            for (String role : new String[] {"tillit_owner", "tillit_app", "tillit_keys_owner", "tillit_keys_app"}) {
                databases.administer("create role " + role + " login");
            }
            databases.database("tillit", "tillit_owner", "classpath:db/tillit");
            databases.database("tillit_keys", "tillit_keys_owner", "classpath:db/keys");
            return databases;
        } catch (IOException e) {
            throw new IllegalStateException("the embedded PostgreSQL does not start", e);
        }
    }

    private void database(String name, String owner, String migrations) {
        administer("create database " + name + " owner " + owner);
        Flyway.configure()
                .dataSource(server().getDatabase(owner, name))
                .locations(migrations)
                .load()
                .migrate();
    }

    private void administer(String sql) {
        try (Connection c = server().getPostgresDatabase().getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException("the embedded PostgreSQL does not stop", e);
        }
    }
}
