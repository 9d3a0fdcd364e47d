package no.tillit.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A real PostgreSQL with both databases and the four roles. The owners change schemas; the application's roles have what
 * the migrations grant them. Every connection needs its role's password.
 */
final class Databases implements AutoCloseable {

    private static final List<String> NAMES = List.of("tillit", "tillit_keys");

    private final EmbeddedPostgres server;

    private Databases(EmbeddedPostgres server) {
        this.server = server;
    }

    static Databases start(StackPlan plan, Secrets secrets) {
        Path data = plan.data().resolve("postgres");
        boolean isNew = !Files.exists(data.resolve(".prepared"));
        try {
            Files.createDirectories(plan.data().resolve("log"));
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(
                            plan.data().resolve("postgres-programs").toFile())
                    .setPort(plan.ports().postgres())
                    .setConnectConfig("password", secrets.of("postgres"))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("fsync", plan.durable() ? "on" : "off")
                    .setServerConfig("log_min_error_statement", "panic")
                    .setServerConfig("log_error_verbosity", "terse")
                    .setOutputRedirector(
                            ProcessBuilder.Redirect.to(plan.log("postgres.log").toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                            plan.log("postgres.log").toFile()))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            Databases databases = new Databases(server);
            if (isNew) {
                databases.prepare(data, secrets);
            }
            return databases;
        } catch (IOException | IllegalStateException e) {
            throw new StackFailure("PostgreSQL did not start, see " + plan.log("postgres.log"), e);
        }
    }

    private void prepare(Path data, Secrets secrets) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : NAMES) {
                for (String role : List.of(name + "_owner", name + "_app")) {
                    statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + secrets.of(role) + "'");
                }
                statement.execute("CREATE DATABASE " + name + " OWNER " + name + "_owner");
                statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + name + "_app");
                openSchema(name);
            }
            statement.execute("ALTER ROLE postgres PASSWORD '" + secrets.of("postgres") + "'");
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("SELECT pg_reload_conf()");
            Files.createFile(data.resolve(".prepared"));
        } catch (SQLException e) {
            throw new StackFailure("the databases could not be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void openSchema(String name) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            statement.execute("ALTER SCHEMA public OWNER TO " + name + "_owner");
            statement.execute("GRANT USAGE ON SCHEMA public TO " + name + "_app");
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
