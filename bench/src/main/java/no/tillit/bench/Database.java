package no.tillit.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import no.tillit.participant.Pseudonym;

/** The stack's own database: as the application sees it, and as its owner does. */
final class Database {
    private final Properties application;
    private final Properties owner;

    /** @param stack the stack's data folder */
    Database(Path stack) throws IOException {
        application = read(stack.resolve("etc/tillit.properties"));
        owner = read(stack.resolve("etc/owner.properties"));
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

    /** Fills table {@code bench_pseudonym} with the pseudonyms that a project gives, and their numbers from 1 on. */
    void pseudonyms(int count) throws SQLException {
        asOwner("DROP TABLE IF EXISTS bench_pseudonym", "CREATE TABLE bench_pseudonym (n integer, pseudonym text)");
        try (Connection connection = owner();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_pseudonym VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (int n = 1; n <= count; n++) {
                insert.setInt(1, n);
                insert.setString(2, Pseudonym.numbered(n).value());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
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

    /** Where the stack's encrypted files lie. */
    Path blobs() {
        return Path.of(application.getProperty("tillit.blobs.dir"));
    }
}
