package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Rows;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.SubjectKeys;
import no.tillit.retention.RetentionReason;

/**
 * When a project has ended and everything else of it is gone, its own key is destroyed too: what an older copy still holds under it, such
 * as an interviewer's questions or a scan that nobody matched, is unreadable from then on (O-09, O-23). Register first, then key.
 */
@ApplicationScoped
public class EndingProject {
    @Inject
    private Rows rows;

    @Inject
    private ErasureRegister register;

    @Inject
    private SubjectKeys keys;

    @Inject
    private Clock clock;

    public EndingProject() {}

    EndingProject(Rows rows, ErasureRegister register, SubjectKeys keys, Clock clock) {
        this.rows = rows;
        this.register = register;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether the job leaves nothing that needs the project's key; what was released as anonymised has its own. */
    boolean isDone(DeletionJobSummary job) {
        return job.cause() == DeletionCause.END_OF_PROCESSING
                && rows.number(
                                "SELECT count(*) FROM deletion_item WHERE job_id = ? AND state <> 'ERASED' AND reason <> ?",
                                job.id().value(),
                                RetentionReason.ANONYMISED.code())
                        == 0;
    }

    /** Says in the register, durably, that the key is about to go. */
    void enter(DeletionJobSummary job) {
        register.enter(List.of(RegisterEntry.ofRecord(
                clock.now(),
                job.id(),
                job.project(),
                null,
                ErasingProjectKey.KIND,
                job.project().value())));
        register.beWitnessed();
    }

    /** Destroys it; may be repeated. The tombstone stays, so nothing gives the project another. */
    void destroy(DeletionJobSummary job) {
        SubjectId owner = SubjectId.of(job.project());
        String checkValue = keys.destroyAll(List.of(owner)).get(owner);
        rows.change(
                "UPDATE deletion_job SET project_key_check_value = ? WHERE id = ?",
                checkValue,
                job.id().value());
    }

    /** The check value of the key that the job destroyed. */
    Optional<String> checkValue(DeletionJobId job) {
        return rows.one(
                "SELECT project_key_check_value FROM deletion_job WHERE id = ? AND project_key_check_value IS NOT NULL",
                row -> row.getString(1),
                job.value());
    }
}
