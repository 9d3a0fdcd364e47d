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
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** The certificates that documents are sealed with, in {@code tillit_keys}. Each call commits by itself. */
@ApplicationScoped
public class SealCertificateTable {
    /**
     * A certificate as it lies in the database.
     *
     * @param certificates in PEM, the certificate itself first
     * @param privateKey PKCS#8, encrypted
     */
    public record Row(int version, String certificates, byte[] privateKey, boolean selfMade, Instant madeAt) {
        @Override
        public String toString() {
            return "Row[" + version + "]";
        }
    }

    @Resource(lookup = "java:jboss/datasources/TillitKeysDS")
    private DataSource source;

    protected SealCertificateTable() {}

    public SealCertificateTable(DataSource source) {
        this.source = source;
    }

    /** The newest; empty when there is none yet. */
    public Optional<Row> newest() {
        return one("select * from seal_certificate order by version desc limit 1");
    }

    /** The one of this version. */
    public Optional<Row> find(int version) {
        return one("select * from seal_certificate where version = " + version);
    }

    /** Adds the row; does nothing if another node was first. @return whether it was added */
    public boolean addUnlessThere(Row row) {
        String sql = "insert into seal_certificate (version, certificates, private_key, self_made, made_at)"
                + " values (?, ?, ?, ?, ?) on conflict (version) do nothing";
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            s.setInt(1, row.version());
            s.setString(2, row.certificates());
            s.setBytes(3, row.privateKey());
            s.setBoolean(4, row.selfMade());
            s.setObject(5, row.madeAt().atOffset(ZoneOffset.UTC));
            return s.executeUpdate() > 0;
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    private Optional<Row> one(String sql) {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement(sql);
                ResultSet r = s.executeQuery()) {
            return r.next() ? Optional.of(row(r)) : Optional.empty();
        } catch (SQLException e) {
            throw KeyDatabase.failure(e);
        }
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getInt("version"),
                Objects.requireNonNull(r.getString("certificates")),
                Objects.requireNonNull(r.getBytes("private_key")),
                r.getBoolean("self_made"),
                Objects.requireNonNull(r.getObject("made_at", OffsetDateTime.class))
                        .toInstant());
    }
}
