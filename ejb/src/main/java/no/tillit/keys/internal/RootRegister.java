package no.tillit.keys.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.keys.upkeep.UpkeepRefused;

/** Records in the database how one root follows another; one such job at a time. */
public final class RootRegister {
    /** The key of the advisory lock; its value says nothing. */
    private static final long LOCK = 0x7469_6c6c_6974_0001L;

    private final DataSource source;
    private final Clock clock;

    public RootRegister(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Runs the work while nobody else changes the roots; the lock ends with the connection, so with the process. */
    public <T> T alone(Supplier<T> work) {
        try (Connection c = source.getConnection();
                PreparedStatement lock = c.prepareStatement("select pg_try_advisory_lock(" + LOCK + ")");
                ResultSet r = lock.executeQuery()) {
            if (!r.next() || !r.getBoolean(1)) {
                throw new UpkeepRefused("Another command is at work on the keys. Wait for it to end.");
            }
            try {
                return work.get();
            } finally {
                try (PreparedStatement unlock = c.prepareStatement("select pg_advisory_unlock(" + LOCK + ")")) {
                    unlock.execute();
                }
            }
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    /** The next version wraps from now on; whoever was wrapping under the old one is waited for. */
    public void succeed(int next, byte[] checkValue) {
        try (Connection c = source.getConnection()) {
            c.setAutoCommit(false);
            try (PreparedStatement retire = c.prepareStatement(
                            "update root_key set state = 'RETIRING', retiring_at = ? where state = 'ACTIVE'");
                    PreparedStatement add = c.prepareStatement("insert into root_key (version, key_check_value, state,"
                            + " created_at) values (?, ?, 'ACTIVE', ?)")) {
                var now = clock.now().atOffset(ZoneOffset.UTC);
                retire.setObject(1, now);
                retire.executeUpdate();
                add.setInt(1, next);
                add.setBytes(2, checkValue);
                add.setObject(3, now);
                add.executeUpdate();
                c.commit();
            } finally {
                c.rollback();
                c.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    /** The database refuses this while anything living is wrapped under it. */
    public void destroyed(int version) {
        String sql =
                "update root_key set state = 'DESTROYED', destroyed_at = ? where version = ? and state = 'RETIRING'";
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            s.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
            s.setInt(2, version);
            s.executeUpdate();
            // The row versions that held the old bytes; they would open nothing any more.
            try (PreparedStatement vacuum = c.prepareStatement("vacuum subject_key, replaced_key, installation_key")) {
                vacuum.execute();
            }
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }
}
