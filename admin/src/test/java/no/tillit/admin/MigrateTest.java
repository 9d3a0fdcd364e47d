package no.tillit.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("tillit-admin migrate")
class MigrateTest {

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @BeforeAll
    static void prepare() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : List.of("tillit", "tillit_keys")) {
                statement.execute("CREATE ROLE " + name + "_owner LOGIN");
                statement.execute("CREATE ROLE " + name + "_app LOGIN");
                statement.execute("CREATE DATABASE " + name + " OWNER " + name + "_owner");
            }
        }
        for (String name : List.of("tillit", "tillit_keys")) {
            try (Connection connection = server.getDatabase("postgres", name).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
                statement.execute("ALTER SCHEMA public OWNER TO " + name + "_owner");
                statement.execute("GRANT USAGE ON SCHEMA public TO " + name + "_app");
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    private int migrate(Path folder, String content) throws IOException {
        Path file = folder.resolve("owner.properties");
        Files.writeString(file, content);
        CommandLine command = TillitAdmin.commandLine();
        command.setOut(new PrintWriter(said, true));
        command.setErr(new PrintWriter(complained, true));
        return command.execute("migrate", "--configuration", file.toString());
    }

    private static String owners() {
        return "tillit.db.url=" + url("tillit") + "\ntillit.db.owner.user=tillit_owner\n"
                + "tillit.db.owner.password=secret-of-the-owner\n"
                + "tillit.keys.db.url=" + url("tillit_keys") + "\ntillit.keys.db.owner.user=tillit_keys_owner\n"
                + "tillit.keys.db.owner.password=secret-of-the-owner\n";
    }

    @Test
    @DisplayName("brings both databases up, and does nothing the second time")
    void migratesOnce(@TempDir Path folder) throws IOException {
        assertThat(migrate(folder, owners())).as(complained.toString()).isZero();
        assertThat(migrate(folder, owners())).isZero();
        assertThat(said.toString()).contains("tillit: up to date").contains("tillit_keys: up to date");
    }

    @Test
    @DisplayName("the application's role may add to the audit log, not change it, and make no table")
    void grantsNoMore(@TempDir Path folder) throws IOException, SQLException {
        assertThat(migrate(folder, owners())).isZero();
        try (Connection connection = DriverManager.getConnection(url("tillit"), "tillit_app", "");
                Statement statement = connection.createStatement()) {
            assertThat(statement
                            .executeQuery("SELECT count(*) FROM audit_entry")
                            .next())
                    .isTrue();
            assertThat(refused(statement, "UPDATE audit_entry SET actor = 'x'")).contains("permission denied");
            assertThat(refused(statement, "DELETE FROM audit_entry")).contains("permission denied");
            assertThat(refused(statement, "CREATE TABLE mine (id int)")).contains("permission denied");
        }
    }

    private static String refused(Statement statement, String command) {
        try {
            statement.execute(command);
            return "allowed";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    @DisplayName("tillit-admin clock shows the clocks, and believes them only when somebody confirms")
    void clock(@TempDir Path folder) throws IOException, SQLException {
        assertThat(migrate(folder, owners())).isZero();
        try (Connection connection = DriverManager.getConnection(url("tillit"), "tillit_owner", "");
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO clock_seen (seen_at) VALUES ('2020-02-29T12:00:00Z')");
            assertThat(showClock(folder)).isZero();
            assertThat(said.toString()).contains("believed last  2020-02-29T12:00:00Z");
            assertThat(showClock(folder, "--confirm")).isZero();
            assertThat(said.toString()).contains("confirmed");
            var row =
                    statement.executeQuery("SELECT clock_timestamp() - seen_at < interval '1 minute' FROM clock_seen");
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    private int showClock(Path folder, String... more) {
        CommandLine command = TillitAdmin.commandLine();
        command.setOut(new PrintWriter(said, true));
        command.setErr(new PrintWriter(complained, true));
        List<String> arguments = new ArrayList<>(
                List.of("clock", "--owner", folder.resolve("owner.properties").toString()));
        arguments.addAll(List.of(more));
        return command.execute(arguments.toArray(new String[0]));
    }

    @Test
    @DisplayName("a missing value is named")
    void namesWhatIsMissing(@TempDir Path folder) throws IOException {
        int code = migrate(folder, owners().replace("tillit.keys.db.owner.user=tillit_keys_owner\n", ""));
        assertThat(code).isEqualTo(1);
        assertThat(complained.toString()).contains("tillit.keys.db.owner.user is missing");
    }

    @Test
    @DisplayName("a database that cannot be reached is named, its owner's password is not")
    void namesTheDatabase(@TempDir Path folder) throws IOException {
        int code = migrate(folder, owners().replace(url("tillit") + "\n", url("nowhere") + "\n"));
        assertThat(code).isEqualTo(1);
        assertThat(complained.toString())
                .contains("cannot migrate tillit")
                .doesNotContain("secret-of-the-owner")
                .hasLineCount(1);
    }
}
