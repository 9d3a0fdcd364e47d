package no.tillit.system.audit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import no.tillit.system.Stack;

/** The database {@code tillit} as the owner of its tables, who may do what the application may not. */
final class OwnerOfTheLog {
    private final Properties owner = new Properties();

    OwnerOfTheLog() {
        try (Reader reader = Files.newBufferedReader(Stack.get().data().resolve("etc/owner.properties"))) {
            owner.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void does(String sql) throws SQLException {
        try (Connection c = open();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection c = open();
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                owner.getProperty("tillit.db.url"),
                owner.getProperty("tillit.db.owner.user"),
                owner.getProperty("tillit.db.owner.password"));
    }
}
