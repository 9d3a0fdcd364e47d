package no.tillit.keys.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldContext;

/** Columns of one table whose values are fields under one subject's key, bound to their row. */
public abstract class SealedFields implements UnderSubjectKey {
    private final String what;
    private final String table;
    private final String id;
    private final String owner;
    private final List<String> columns;

    /**
     * @param what as {@link #what}
     * @param id the column by which the fields are bound
     * @param owner SQL that gives a row's subject
     */
    protected SealedFields(String what, String table, String id, String owner, String... columns) {
        this.what = what;
        this.table = table;
        this.id = id;
        this.owner = owner;
        this.columns = List.of(columns);
    }

    @Override
    public final String what() {
        return what;
    }

    @Override
    public List<String> columns() {
        return columns.stream().map(column -> table + "." + column).toList();
    }

    @Override
    public final List<UUID> records(Connection tillit, SubjectId subject, UUID after, int limit) throws SQLException {
        return RecordIds.of(
                tillit,
                "SELECT " + id + " FROM " + table + " WHERE " + owner + " = ? AND " + id + " > ? ORDER BY 1 LIMIT ?",
                subject.value(),
                after,
                limit);
    }

    @Override
    public final void move(MovingPlace place, UUID record) throws SQLException {
        place.doing(connection -> {
            Map<String, byte[]> anew = new LinkedHashMap<>();
            behind(connection, place, record).forEach((column, value) -> {
                FieldContext field = new FieldContext(table, column, record);
                String text = place.fields().decrypt(place.subject(), field, value);
                anew.put(column, place.fields().encrypt(place.subject(), field, text));
            });
            if (!anew.isEmpty()) {
                write(connection, record, anew);
                moved(connection, place, record);
            }
            return true;
        });
    }

    @Override
    public final boolean isMoved(MovingPlace place, UUID record) throws SQLException {
        return place.doing(connection -> behind(connection, place, record).isEmpty());
    }

    /** For what goes along with the fields; in the transaction that moves them. */
    protected void moved(Connection connection, MovingPlace place, UUID record) throws SQLException {
        // Nothing does, unless a subclass says so.
    }

    /** The values that do not open under the present key; the row is held until the transaction ends. */
    private Map<String, byte[]> behind(Connection connection, MovingPlace place, UUID record) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE " + id + " = ? FOR UPDATE")) {
            read.setObject(1, record);
            Map<String, byte[]> behind = new LinkedHashMap<>();
            try (ResultSet row = read.executeQuery()) {
                if (row.next()) {
                    for (String column : columns) {
                        byte[] value = row.getBytes(column);
                        if (value != null
                                && !place.fields()
                                        .isCurrent(place.subject(), new FieldContext(table, column, record), value)) {
                            behind.put(column, value);
                        }
                    }
                }
            }
            return behind;
        }
    }

    private void write(Connection connection, UUID record, Map<String, byte[]> anew) throws SQLException {
        String set = anew.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        try (PreparedStatement write =
                connection.prepareStatement("UPDATE " + table + " SET " + set + " WHERE " + id + " = ?")) {
            int next = 1;
            for (byte[] value : anew.values()) {
                write.setBytes(next++, value);
            }
            write.setObject(next, record);
            write.executeUpdate();
        }
    }
}
