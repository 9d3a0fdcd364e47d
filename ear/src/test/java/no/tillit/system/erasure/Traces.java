package no.tillit.system.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import no.tillit.system.Stack;

/** Where the database {@code tillit} still speaks of somebody: every table and column is searched, also those of later features. */
final class Traces {
    /** Tables in which the random id of somebody erased may stand: the log, the proof, and a tombstone that says only that. */
    static final Set<String> OF_SOMEBODY_ERASED =
            Set.of("audit_entry", "participant", "deletion_job", "deletion_item", "deletion_key", "idempotency_key");

    private Traces() {}

    /** The tables in which this id stands in a column of ids. */
    static Set<String> ofId(String id) {
        return search("uuid", "%s = ?", UUID.fromString(id));
    }

    /** The tables in which this text stands in a column of text. */
    static Set<String> ofText(String text) {
        return search("text", "position(? in %s) > 0", text);
    }

    private static Set<String> search(String type, String condition, Object value) {
        Set<String> found = new TreeSet<>();
        try (Connection connection = Stack.get().database("tillit")) {
            for (String[] column : columns(connection, type)) {
                String sql = "SELECT count(*) FROM public." + column[0] + " WHERE " + condition.formatted(column[1]);
                try (PreparedStatement select = connection.prepareStatement(sql)) {
                    select.setObject(1, value);
                    try (var row = select.executeQuery()) {
                        row.next();
                        if (row.getLong(1) > 0) {
                            found.add(column[0]);
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static List<String[]> columns(Connection connection, String type) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables"
                        + " USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
                        + " AND data_type = ?")) {
            select.setString(1, type);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(new String[] {row.getString(1), row.getString(2)});
                }
            }
        }
        if (columns.isEmpty()) {
            throw new AssertionError("there is no column of type " + type + " to search");
        }
        return columns;
    }
}
