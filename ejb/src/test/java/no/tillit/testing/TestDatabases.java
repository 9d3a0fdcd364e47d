package no.tillit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for the unit tests: one per JVM, both databases migrated, the roles as in production. Started at the
 * first use, stopped with the JVM; tests share it, so each makes its own ids and leaves others' rows alone.
 */
public final class TestDatabases {
    private static final TestDatabases SHARED = start();

    private final EmbeddedPostgres postgres;
    private @Nullable String template;

    private TestDatabases(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** {@code tillit} as the application sees it. */
    public static DataSource tillit() {
        return SHARED.postgres.getDatabase("tillit_app", "tillit");
    }

    /** {@code tillit} as its owner sees it, for what the application may not do. */
    public static DataSource tillitOwner() {
        return SHARED.postgres.getDatabase("tillit_owner", "tillit");
    }

    /** {@code tillit_keys} as the application sees it. */
    public static DataSource keys() {
        return SHARED.postgres.getDatabase("tillit_keys_app", "tillit_keys");
    }

    /** {@code tillit_keys} as its owner sees it. */
    public static DataSource keysOwner() {
        return SHARED.postgres.getDatabase("tillit_keys_owner", "tillit_keys");
    }

    /** An empty, migrated key database of the test's own, as the application sees it: a first start. */
    public static DataSource freshKeys() {
        String name = "tillit_keys_" + UUID.randomUUID().toString().replace("-", "");
        SHARED.database(name, "tillit_keys_owner", "classpath:db/keys");
        return SHARED.postgres.getDatabase("tillit_keys_app", name);
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
        return SHARED.postgres.getDatabase(role, database);
    }

    /** The address of a database, for another process. */
    public static String url(String role, String database) {
        return SHARED.postgres.getJdbcUrl(role, database);
    }

    private static TestDatabases start() {
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
                .dataSource(postgres.getDatabase(owner, name))
                .locations(migrations)
                .load()
                .migrate();
    }

    private void administer(String sql) {
        try (Connection c = postgres.getPostgresDatabase().getConnection();
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
