package no.tillit.admin.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables and sequences of a database, as its catalogue tells them; Flyway's own left out. */
record Tables(Connection database) {
    private static final String HISTORY = "flyway_schema_history";

    /** Every table, those that others refer to before them. */
    List<String> inOrder() throws SQLException {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname")
                .forEach(row -> parents.put(row.get(0), new LinkedHashSet<>()));
        parents.remove(HISTORY);
        for (List<String> row :
                rows("SELECT c.relname, p.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                        + " JOIN pg_class p ON p.oid = k.confrelid WHERE k.contype = 'f' AND c.oid <> p.oid"
                        + " AND NOT k.condeferred AND c.relnamespace = 'public'::regnamespace")) {
            parents.getOrDefault(row.get(0), new LinkedHashSet<>()).add(row.get(1));
        }
        List<String> ordered = new ArrayList<>();
        while (!parents.isEmpty()) {
            List<String> next = parents.entrySet().stream()
                    .filter(each -> ordered.containsAll(each.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + parents.keySet());
            }
            ordered.addAll(next);
            next.forEach(parents::remove);
        }
        return ordered;
    }

    /** The columns that are kept, in quotes and with commas between; what the database works out itself is left out. */
    String columnsOf(String table) throws SQLException {
        return rows("SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = 'public." + quoted(table)
                        + "'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum")
                .stream()
                .map(row -> row.get(0))
                .collect(Collectors.joining(", "));
    }

    /** Whether its rows name stored content. */
    boolean hasContent() throws SQLException {
        return !rows("SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname = 'stored_blob'")
                .isEmpty();
    }

    /** Each sequence with its last value; those never used are left out. */
    Map<String, String> sequences() throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        rows("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL"
                        + " ORDER BY sequencename")
                .forEach(row -> values.put(row.get(0), row.get(1)));
        return values;
    }

    /** A name that stands in a statement. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    List<List<String>> rows(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int width = row.getMetaData().getColumnCount();
            List<List<String>> all = new ArrayList<>();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    values.add(row.getString(i));
                }
                all.add(values);
            }
            return all;
        }
    }

    void run(String... statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
