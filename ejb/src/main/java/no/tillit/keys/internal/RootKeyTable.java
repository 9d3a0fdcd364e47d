package no.tillit.keys.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the database remembers of the root keys: their check values and states, and the installation they belong to. */
@ApplicationScoped
public class RootKeyTable {
    @Resource(lookup = "java:jboss/datasources/TillitKeysDS")
    private DataSource source;

    protected RootKeyTable() {}

    public RootKeyTable(DataSource source) {
        this.source = source;
    }

    /** Every root key there ever was, oldest first; empty before the first start. */
    public List<RootKeyRow> all() {
        String sql = "select version, key_check_value, state, created_at, destroyed_at from root_key order by version";
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql);
                ResultSet r = s.executeQuery()) {
            List<RootKeyRow> rows = new ArrayList<>();
            while (r.next()) {
                rows.add(new RootKeyRow(
                        r.getInt(1),
                        Objects.requireNonNull(r.getBytes(2)),
                        RootKeyState.valueOf(r.getString(3)),
                        Objects.requireNonNull(instant(r, 4)),
                        instant(r, 5)));
            }
            return rows;
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    /** The version that wraps. Asked each time: another node may have rotated. */
    public OptionalInt active() {
        return newest(RootKeyState.ACTIVE);
    }

    /** The newest version in this state. */
    OptionalInt newest(RootKeyState state) {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("select max(version) from root_key where state = ?")) {
            s.setString(1, state.name());
            try (ResultSet r = s.executeQuery()) {
                return r.next() && r.getInt(1) > 0 ? OptionalInt.of(r.getInt(1)) : OptionalInt.empty();
            }
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    /** Remembers the first root key; does nothing if another node was first. */
    public void addFirst(int version, byte[] checkValue, Instant now) {
        String sql = "insert into root_key (version, key_check_value, state, created_at) values (?, ?, 'ACTIVE', ?)"
                + " on conflict do nothing";
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            s.setInt(1, version);
            s.setBytes(2, checkValue);
            s.setObject(3, now.atOffset(ZoneOffset.UTC));
            s.executeUpdate();
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
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
            throw KeyDatabase.failure(e);
        }
    }

    private static @Nullable Instant instant(ResultSet r, int column) throws SQLException {
        OffsetDateTime at = r.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
