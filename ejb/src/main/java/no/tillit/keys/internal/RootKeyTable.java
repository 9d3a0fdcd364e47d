package no.tillit.keys.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** What the database remembers of the root keys: their check values, and the installation they belong to. */
@ApplicationScoped
public class RootKeyTable {
    @Resource(lookup = "java:jboss/datasources/TillitKeysDS")
    private DataSource source;

    protected RootKeyTable() {}

    public RootKeyTable(DataSource source) {
        this.source = source;
    }

    /** Check values by version; empty before the first start. */
    public SortedMap<Integer, byte[]> checkValues() {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("select version, key_check_value from root_key");
                ResultSet r = s.executeQuery()) {
            SortedMap<Integer, byte[]> values = new TreeMap<>();
            while (r.next()) {
                values.put(r.getInt(1), Objects.requireNonNull(r.getBytes(2)));
            }
            return values;
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Remembers a root key; does nothing if another node was first. */
    public void addUnlessThere(int version, byte[] checkValue, Instant now) {
        String sql = "insert into root_key (version, key_check_value, created_at) values (?, ?, ?)"
                + " on conflict (version) do nothing";
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            s.setInt(1, version);
            s.setBytes(2, checkValue);
            s.setObject(3, now.atOffset(ZoneOffset.UTC));
            s.executeUpdate();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** The installation's id, given at the first call ever. */
    public UUID installation() {
        try (Connection c = source.getConnection();
                PreparedStatement add =
                        c.prepareStatement("insert into installation (id) values (?) on conflict (one) do nothing");
                PreparedStatement find = c.prepareStatement("select id from installation")) {
            add.setObject(1, UUID.randomUUID());
            add.executeUpdate();
            try (ResultSet r = find.executeQuery()) {
                if (!r.next()) {
                    throw new IllegalStateException("The installation has no id");
                }
                return Objects.requireNonNull(r.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static IllegalStateException unreachable(SQLException e) {
        return new IllegalStateException("The key database did not answer as it must", e);
    }
}
