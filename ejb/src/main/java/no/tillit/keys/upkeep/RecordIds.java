package no.tillit.keys.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Ids that a look-up finds, for those who go through the records of a subject a few at a time. */
public final class RecordIds {
    private RecordIds() {}

    /**
     * All that the statement finds, in its order.
     *
     * @param sql selects one column of ids
     * @param values in the order of its question marks
     */
    public static List<UUID> of(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(Objects.requireNonNull(row.getObject(1, UUID.class)));
                }
            }
            return found;
        }
    }
}
