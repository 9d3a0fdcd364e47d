package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.ManualKind;
import no.tillit.erasure.ManualStep;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyDestroyed;
import org.jspecify.annotations.Nullable;

/** What deletions leave to hands; where it is lies encrypted under the project's key. */
@ApplicationScoped
public class ManualSteps {
    @Inject
    private Rows rows;

    @Inject
    private FieldCipher cipher;

    public void add(DeletionJobId job, ProjectId project, ManualKind kind, String place, Instant now, String by) {
        UUID id = UUID.randomUUID();
        rows.change(
                """
                INSERT INTO deletion_manual_step (id, job_id, project_id, kind, place, added_by, added_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                id,
                job.value(),
                project.value(),
                kind,
                cipher.encrypt(SubjectId.of(project), context(id), place),
                by,
                now);
    }

    /** The job's steps, in the order in which they were added. */
    public List<ManualStep> of(DeletionJobId job) {
        return rows.list(
                "SELECT * FROM deletion_manual_step WHERE job_id = ? ORDER BY added_at, id", this::step, job.value());
    }

    public boolean isAnyOpen(DeletionJobId job) {
        return rows.number(
                        "SELECT count(*) FROM deletion_manual_step WHERE job_id = ? AND done_on IS NULL", job.value())
                > 0;
    }

    /** Confirms a step; false when there is none, or somebody has already. */
    public boolean confirm(DeletionJobId job, UUID step, LocalDate doneOn, Instant now, String by) {
        return rows.change("""
                        UPDATE deletion_manual_step SET done_on = ?, confirmed_by = ?, confirmed_at = ?
                        WHERE id = ? AND job_id = ? AND done_on IS NULL""", doneOn, by, now, step, job.value()) == 1;
    }

    /** Where it lay is of no use when it is done; it may name the person. */
    public void forgetPlaces(Collection<ParticipantId> participants) {
        rows.change("""
                UPDATE deletion_manual_step s SET place = NULL FROM deletion_job j
                WHERE j.id = s.job_id AND j.participant_id = ANY (?) AND s.place IS NOT NULL AND s.done_on IS NOT NULL""", Rows.ids(participants));
    }

    private ManualStep step(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        ProjectId project = new ProjectId(row.getObject("project_id", UUID.class));
        byte @Nullable [] place = row.getBytes("place");
        return new ManualStep(
                id,
                ManualKind.valueOf(row.getString("kind")),
                place == null ? null : open(project, id, place),
                row.getString("added_by"),
                Objects.requireNonNull(Rows.instant(row, "added_at")),
                row.getObject("done_on", LocalDate.class),
                row.getString("confirmed_by"),
                Rows.instant(row, "confirmed_at"));
    }

    /** Nothing when the project has ended and its key is gone: then it is done. */
    private @Nullable String open(ProjectId project, UUID id, byte[] place) {
        try {
            return cipher.decrypt(SubjectId.of(project), context(id), place);
        } catch (KeyDestroyed ended) {
            return null;
        }
    }

    private static FieldContext context(UUID id) {
        return new FieldContext("deletion_manual_step", "place", id);
    }
}
