package no.tillit.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import no.tillit.audit.LogCheck;
import no.tillit.verifier.Finding;

/** What checks found, as rows. */
public final class CheckRows {
    private final Connection connection;

    public CheckRows(Connection connection) {
        this.connection = connection;
    }

    /** The one that ended last. */
    public Optional<LogCheck> last() throws SQLException {
        String sql =
                "SELECT started_at, finished_at, size, finding, first_bad FROM audit_check ORDER BY id DESC LIMIT 1";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String finding = row.getString("finding");
            return Optional.of(new LogCheck(
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                    row.getLong("size"),
                    finding == null ? null : Finding.Kind.valueOf(finding),
                    row.getObject("first_bad", Long.class)));
        }
    }

    /** Keeps what was found. */
    public LogCheck add(LogCheck check) throws SQLException {
        String sql =
                "INSERT INTO audit_check (started_at, finished_at, size, finding, first_bad) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, check.startedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(2, check.finishedAt().atOffset(ZoneOffset.UTC));
            insert.setLong(3, check.size());
            insert.setString(4, check.finding() == null ? null : check.finding().name());
            insert.setObject(5, check.firstBad());
            insert.executeUpdate();
        }
        return check;
    }
}
