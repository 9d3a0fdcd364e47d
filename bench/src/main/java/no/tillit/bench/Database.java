package no.tillit.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/** The stack's own database: as the application sees it, and as its owner does. */
final class Database {
    private final Properties application;
    private final Properties owner;
    private final String superuser;

    /** @param stack the stack's data folder */
    Database(Path stack) throws IOException {
        application = read(stack.resolve("etc/tillit.properties"));
        owner = read(stack.resolve("etc/owner.properties"));
        superuser = Files.readString(stack.resolve("secrets/postgres")).strip();
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    /** With the application's role, each statement in the caller's transaction. */
    Connection application() throws SQLException {
        Connection connection = DriverManager.getConnection(
                application.getProperty("tillit.db.url"),
                application.getProperty("tillit.db.user"),
                application.getProperty("tillit.db.password"));
        connection.setAutoCommit(false);
        return connection;
    }

    /** Runs statements as the owner of the tables. */
    void asOwner(String... statements) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    Connection owner() throws SQLException {
        return owner("tillit.db");
    }

    /** As the owner of the key database. */
    Connection keysOwner() throws SQLException {
        return owner("tillit.keys.db");
    }

    private Connection owner(String which) throws SQLException {
        return DriverManager.getConnection(
                owner.getProperty(which + ".url"),
                owner.getProperty(which + ".owner.user"),
                owner.getProperty(which + ".owner.password"));
    }

    /** Some document of the project. */
    String anyDocument(String project) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id FROM document WHERE project_id = '" + project + "' LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Writes out what was just put in or taken away, so that nobody pays for it while time is taken. */
    void rest() throws SQLException {
        asOwner("VACUUM ANALYZE");
        try (Connection connection =
                        DriverManager.getConnection(owner.getProperty("tillit.db.url"), "postgres", superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** What makes keys that the application opens. */
    BenchKeys keys() {
        var source = new PGSimpleDataSource();
        source.setUrl(owner.getProperty("tillit.keys.db.url"));
        source.setUser(owner.getProperty("tillit.keys.db.owner.user"));
        source.setPassword(owner.getProperty("tillit.keys.db.owner.password"));
        return new BenchKeys(application, source);
    }

    /** Where the stack's encrypted files lie. */
    Path blobs() {
        return Path.of(application.getProperty("tillit.blobs.dir"));
    }
}
