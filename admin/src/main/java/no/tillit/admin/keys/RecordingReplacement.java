package no.tillit.admin.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.audit.internal.EntryRows;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.upkeep.Replacement;
import no.tillit.verifier.LogEntry;
import org.jspecify.annotations.Nullable;

/** What is done to a subject's key stands in the log of its project, though no login is behind the command line (O-24). */
final class RecordingReplacement implements Replacement.Recording {
    private final DataSource tillit;
    private final Clock clock;

    RecordingReplacement(DataSource tillit, Clock clock) {
        this.tillit = tillit;
        this.clock = clock;
    }

    @Override
    public void record(String action, SubjectId subject, UUID keyId) throws SQLException {
        try (Connection connection = tillit.getConnection()) {
            connection.setAutoCommit(false);
            try {
                UUID project = projectOf(connection, subject);
                boolean participant = project != null && !project.equals(subject.value());
                EntryRows.insert(
                        connection,
                        new LogEntry(
                                UUID.randomUUID(),
                                clock.now(),
                                "tillit-admin",
                                "operator",
                                null,
                                action,
                                project,
                                participant ? subject.value() : null,
                                "subject-key",
                                keyId,
                                "ALLOWED",
                                null,
                                null));
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** None of a subject that the database does not know (any more). */
    private static @Nullable UUID projectOf(Connection connection, SubjectId subject) throws SQLException {
        try (PreparedStatement everything =
                        connection.prepareStatement("SELECT set_config('tillit.projects', '*', true)");
                PreparedStatement find = connection.prepareStatement(
                        "SELECT project_id FROM participant WHERE id = ? UNION SELECT id FROM project WHERE id = ?")) {
            everything.execute();
            find.setObject(1, subject.value());
            find.setObject(2, subject.value());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }
}
