package no.tillit.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Both databases of the stack as their administrator sees them: everything, whoever owns it. */
final class StackDatabases {
    private final Path data;
    private final Properties configuration = new Properties();

    StackDatabases(Path data) {
        this.data = data;
        try (Reader reader = Files.newBufferedReader(data.resolve("etc/tillit.properties"))) {
            configuration.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has everything written to the files that is still in memory. */
    void checkpoint() throws SQLException {
        try (Connection c = open("tillit.db.url");
                PreparedStatement s = c.prepareStatement("checkpoint")) {
            s.execute();
        }
    }

    /**
     * Every table with a row that holds the text, as text or as bytes; compressed values are unpacked by the database,
     * which a search of its files cannot do.
     */
    List<String> tablesHolding(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String url : List.of("tillit.db.url", "tillit.keys.db.url")) {
            try (Connection c = open(url)) {
                for (String table : tables(c)) {
                    if (holds(c, table, text)) {
                        found.add(table + " of " + configuration.getProperty(url));
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection c) throws SQLException {
        List<String> tables = new ArrayList<>();
        String sql = "select format('%I.%I', table_schema, table_name) from information_schema.tables"
                + " where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')";
        try (PreparedStatement s = c.prepareStatement(sql);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                tables.add(r.getString(1));
            }
        }
        return tables;
    }

    private static boolean holds(Connection c, String table, String text) throws SQLException {
        String sql = "select exists (select from " + table + " t where strpos(t::text, ?) > 0"
                + " or strpos(t::text, encode(convert_to(?, 'UTF8'), 'hex')) > 0)";
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setString(1, text);
            s.setString(2, text);
            try (ResultSet r = s.executeQuery()) {
                return r.next() && r.getBoolean(1);
            }
        }
    }

    private Connection open(String url) throws SQLException {
        try {
            String password = Files.readString(data.resolve("secrets/postgres")).strip();
            return DriverManager.getConnection(configuration.getProperty(url), "postgres", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
