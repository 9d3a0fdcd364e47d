package no.tillit.consent.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What {@link no.tillit.consent.ConsentGate} asks of the database about one person, in its order and with its own statement for
 * what was signed: whether an object-relational mapper asks, adds no round trip. Stands in the package of what it measures.
 */
public final class GateStatements {
    private static final List<String> BEFORE = List.of(
            "SELECT * FROM participant WHERE id = ? FOR SHARE",
            "SELECT p.* FROM project p JOIN participant q ON q.project_id = p.id WHERE q.id = ?");
    private static final String[] ITEMS = {"INTERVIEW", "AUDIO_RECORDING"};

    private GateStatements() {}

    /** Asks about a recording; gives the number of answers the person has given. */
    public static int ask(Connection connection, UUID participant) throws SQLException {
        for (String each : BEFORE) {
            try (PreparedStatement select = connection.prepareStatement(each)) {
                select.setObject(1, participant);
                count(select);
            }
        }
        try (PreparedStatement facts = connection.prepareStatement(Histories.FACTS)) {
            facts.setObject(1, participant);
            facts.setArray(2, connection.createArrayOf("text", ITEMS));
            facts.setObject(3, participant);
            facts.setArray(4, connection.createArrayOf("text", ITEMS));
            facts.setObject(5, participant);
            return count(facts);
        }
    }

    private static int count(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }
}
