package no.tillit.keys.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldSearch;
import no.tillit.keys.Installation;

/**
 * With what a subject's records are moved to a new key.
 *
 * @param subject whose key was replaced
 * @param tillit the application's database, as the application's role
 * @param setting finds a value of the application's configuration by its name
 */
public record MovingPlace(
        SubjectId subject,
        FieldCipher fields,
        FieldSearch search,
        DocumentKeys documents,
        Installation installation,
        DataSource tillit,
        Function<String, Optional<String>> setting) {
    private static final int ASK_EVERY_MILLISECONDS = 100;

    /** What is done in one transaction. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In one transaction that sees every project's rows; rolled back when it throws. */
    public <T> T doing(Work<T> work) throws SQLException {
        try (Connection connection = tillit.getConnection()) {
            connection.setAutoCommit(false);
            try (var everything = connection.prepareStatement("SELECT set_config('tillit.projects', '*', true)")) {
                everything.execute();
                T answer = work.on(connection);
                connection.commit();
                return answer;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * Waits until every transaction of the application has ended that had begun before this was called. Who seals a field
     * has asked the database for permission first, so its transaction has begun before it asks for the key.
     *
     * @throws UpkeepRefused when one does not end
     */
    public void awaitTransactions(int seconds) throws SQLException {
        try (Connection connection = tillit.getConnection();
                PreparedStatement older = connection.prepareStatement("""
                        SELECT count(*), pg_sleep(CASE WHEN count(*) = 0 THEN 0 ELSE ? / 1000.0 END) FROM pg_stat_activity
                        WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
                        AND xact_start <= cast(? AS timestamptz)""")) {
            String before = now(connection);
            for (int asked = 0; asked < seconds * 1000 / ASK_EVERY_MILLISECONDS; asked++) {
                older.setInt(1, ASK_EVERY_MILLISECONDS);
                older.setString(2, before);
                try (ResultSet row = older.executeQuery()) {
                    if (row.next() && row.getLong(1) == 0) {
                        return;
                    }
                }
            }
        }
        throw new UpkeepRefused("A transaction of the application has been open for " + seconds
                + " seconds. Look what is going on, and run it again: it goes on from here.");
    }

    private static String now(Connection connection) throws SQLException {
        try (PreparedStatement clock = connection.prepareStatement("SELECT cast(clock_timestamp() AS text)");
                ResultSet row = clock.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
