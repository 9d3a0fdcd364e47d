package no.tillit.erasure;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import no.tillit.erasure.internal.RegisteredErasures;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.SubjectKeys;
import no.tillit.retention.BegunErasures;
import no.tillit.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An office that knows the disposal dates of its records: a person who has withdrawn, and a transcript. */
abstract class SettledRecords {
    Office office;
    ParticipantId someone;
    UUID paper;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        office = new Office(folder);
        office.house.with(BegunErasures.class, office.house.the(RegisteredErasures.class));
        office.house.the(SubjectKeys.class).provision(SubjectId.of(office.project));
        someone = office.aParticipant();
        paper = office.documents.keep(someone, "interview");
        known("participant", someone.value(), "PARTICIPANT");
        known("document", paper, "TRANSCRIPT");
        office.withdraws(someone);
    }

    /** As the trigger of the record's own table would note it. */
    void known(String kind, UUID record, String covers) throws SQLException {
        sql(
                "INSERT INTO disposal (kind, record_id, project_id, participant_id, covers, stale, decision, reason)"
                        + " VALUES (?, ?, ?, ?, ?, false, 'RETAIN', 'processing-permitted')",
                kind,
                record,
                office.project.value(),
                someone.value(),
                covers);
    }

    static void sql(String sql, @Nullable Object... values) throws SQLException {
        try (var owner = TestDatabases.tillitOwner().getConnection();
                var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
