package no.tillit.system.erasure;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.system.Stack;
import org.postgresql.PGConnection;

/** The rows of {@code tillit} as a version of Tillit had them that did not have the newest migration yet. */
final class OlderSchema {
    private static final String HISTORY = "flyway_schema_history";
    private static final String SHARED =
            "SELECT string_agg(quote_ident(column_name), ',' ORDER BY ordinal_position) FROM information_schema.columns"
                    + " WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name = '";

    private OlderSchema() {}

    /** Makes the database and fills it; the version of its schema. */
    static String into(String database) throws SQLException {
        List<String> versions = Databases.column(
                Databases.DATA, "SELECT version FROM " + HISTORY + " WHERE success ORDER BY installed_rank");
        String newest = versions.get(versions.size() - 1);
        Databases.create(database, Databases.DATA);
        try (Connection owner = owner(database);
                Statement statement = owner.createStatement()) {
            for (String version : versions.subList(0, versions.size() - 1)) {
                statement.execute(migration(version));
            }
            statement.execute("CREATE TABLE " + HISTORY + " (installed_rank int PRIMARY KEY, version varchar(50),"
                    + " description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL,"
                    + " checksum int, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(),"
                    + " execution_time int NOT NULL, success boolean NOT NULL)");
        }
        copyRows(database, newest);
        return versions.get(versions.size() - 2);
    }

    private static void copyRows(String database, String newest) throws SQLException {
        try (Connection from = Stack.get().database(Databases.DATA);
                Connection to = Stack.get().database(database);
                Statement statement = to.createStatement()) {
            // No trigger runs and no order is asked for: the rows are as they should be already.
            statement.execute("SET session_replication_role = replica");
            List<String> tables = Databases.column(
                    database,
                    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'");
            statement.execute("TRUNCATE " + String.join(", ", tables));
            for (String table : tables) {
                String columns =
                        Databases.column(database, SHARED + table + "'").get(0);
                String where = table.equals(HISTORY) ? " WHERE version <> '" + newest + "'" : "";
                var rows = new StringWriter();
                from.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (SELECT " + columns + " FROM " + table + where + ") TO STDOUT", rows);
                to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " (" + columns + ") FROM STDIN", new StringReader(rows.toString()));
            }
            for (String sequence : Databases.column(
                    Databases.DATA,
                    "SELECT format('SELECT setval(%L, %s)', quote_ident(sequencename), last_value) FROM pg_sequences"
                            + " WHERE schemaname = 'public' AND last_value IS NOT NULL")) {
                statement.execute(sequence);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String migration(String version) {
        String prefix = "V" + version.replace('.', '_') + "__";
        try (Stream<Path> files = Files.list(Stack.source("ejb/src/main/resources/db/tillit"))) {
            List<Path> one = files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .collect(Collectors.toList());
            return Files.readString(one.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection owner(String database) throws SQLException {
        try (Connection there = Stack.get().database(database)) {
            return DriverManager.getConnection(
                    there.getMetaData().getURL(), "tillit_owner", Stack.get().secret("tillit_owner"));
        }
    }
}
