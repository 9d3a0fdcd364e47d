package no.tillit.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

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

    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                owner.getProperty("tillit.db.url"),
                owner.getProperty("tillit.db.owner.user"),
                owner.getProperty("tillit.db.owner.password"));
    }
}
