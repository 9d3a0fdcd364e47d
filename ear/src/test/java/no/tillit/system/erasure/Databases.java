package no.tillit.system.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;

/** Both databases of the stack, in the hands of their administrator. */
public final class Databases {
    public static final String DATA = "tillit";
    public static final String KEYS = "tillit_keys";

    private Databases() {}

    /** Gives the database another name, and makes a new, empty one as docs/operations/install.md tells. */
    static void putAside(String name) {
        run("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        Eventually.within(
                Duration.ofSeconds(30),
                () -> column("postgres", "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + name + "'"),
                List.of("0")::equals);
        run("postgres", "ALTER DATABASE " + name + " RENAME TO " + name + "_before");
        create(name, name);
    }

    /** An empty database with the rights that this one has. */
    public static void create(String name, String like) {
        run(
                "postgres",
                "CREATE DATABASE " + name + " OWNER " + like + "_owner",
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + name + " TO " + like + "_app");
        run(
                name,
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "ALTER SCHEMA public OWNER TO " + like + "_owner",
                "GRANT USAGE ON SCHEMA public TO " + like + "_app");
    }

    public static void drop(String name) {
        run("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    static void run(String database, String... statements) {
        try (Connection connection = Stack.get().database(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row. */
    static List<String> column(String database, String query) {
        try (Connection connection = Stack.get().database(database);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(String.valueOf(row.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The state of the key of this participant, and its wrapped bytes in hexadecimal, with a blank between. */
    static String keyOf(String participant) {
        return String.valueOf(column(
                        KEYS,
                        "SELECT state || ' ' || coalesce(encode(wrapped, 'hex'), '') FROM subject_key WHERE subject = '"
                                + UUID.fromString(participant) + "'")
                .get(0));
    }
}
