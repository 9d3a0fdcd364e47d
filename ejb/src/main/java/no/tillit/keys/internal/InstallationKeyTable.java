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
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The installation's own keys in {@code tillit_keys}. Each call commits by itself. */
@ApplicationScoped
public class InstallationKeyTable {
    @Resource(lookup = "java:jboss/datasources/TillitKeysDS")
    private DataSource source;

    protected InstallationKeyTable() {}

    public InstallationKeyTable(DataSource source) {
        this.source = source;
    }

    /** The newest version of the key with this name. */
    public Optional<InstallationKeyRow> find(String name) {
        String sql = "select version, key_id, root_version, wrapped, key_check_value from installation_key"
                + " where name = ? order by version desc limit 1";
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            s.setString(1, name);
            try (ResultSet r = s.executeQuery()) {
                return r.next() ? Optional.of(row(name, r)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    /** Adds the row; does nothing if another node was first. */
    public void addUnlessThere(InstallationKeyRow row, Instant now) {
        String sql = "insert into installation_key (name, version, key_id, root_version, wrapped, key_check_value,"
                + " created_at) values (?, ?, ?, ?, ?, ?, ?) on conflict (name, version) do nothing";
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            s.setString(1, row.name());
            s.setInt(2, row.version());
            s.setObject(3, row.keyId());
            s.setInt(4, row.rootVersion());
            s.setBytes(5, row.wrapped());
            s.setBytes(6, row.keyCheckValue());
            s.setObject(7, now.atOffset(ZoneOffset.UTC));
            s.executeUpdate();
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    private static InstallationKeyRow row(String name, ResultSet r) throws SQLException {
        return new InstallationKeyRow(
                name,
                r.getInt("version"),
                Objects.requireNonNull(r.getObject("key_id", UUID.class)),
                r.getInt("root_version"),
                Objects.requireNonNull(r.getBytes("wrapped")),
                Objects.requireNonNull(r.getBytes("key_check_value")));
    }
}
