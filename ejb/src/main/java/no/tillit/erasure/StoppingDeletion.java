package no.tillit.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.internal.DeletionJobs;
import no.tillit.erasure.internal.Previews;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;

/**
 * Within its cooling period a deletion can be stopped as if it had never been approved, only that what was blocked stays
 * blocked. Once it runs it can pause and go on; what the register names already is not taken back.
 */
@Stateless
@RolesAllowed({Role.Names.PRIVACY_OFFICER, Role.Names.PROJECT_LEAD})
public class StoppingDeletion {
    @Inject
    private Access access;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private Previews previews;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<DeletionApproved> approved;

    @Inject
    private Clock clock;

    /**
     * Stops a deletion that has not begun.
     *
     * @throws NotFound when there is no such job that the caller may decide on
     * @throws Conflict with code {@code not-stoppable}
     */
    public DeletionPreview stop(DeletionJobId id, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.STOP_DELETION, job.project(), purpose);
        Instant runsAt = job.runsAt();
        if (job.state() != DeletionState.APPROVED || runsAt == null || !runsAt.isAfter(clock.now())) {
            throw new Conflict(
                    "not-stoppable", "Only a deletion in its cooling period can be stopped. One that runs can pause.");
        }
        jobs.stop(id, permit.username(), clock.now());
        audit.record(entry(permit, job));
        return preview(id);
    }

    /**
     * Lets a running deletion pause before its next records.
     *
     * @throws NotFound as in {@link #stop}
     * @throws Conflict with code {@code not-running}
     */
    public DeletionPreview pause(DeletionJobId id, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.STOP_DELETION, job.project(), purpose);
        if (job.state() != DeletionState.EXECUTING || job.pausedAt() != null) {
            throw new Conflict("not-running", "This deletion does not run now.");
        }
        jobs.pause(id, permit.username(), clock.now());
        audit.record(entry(permit, job));
        return preview(id);
    }

    /**
     * Lets a paused deletion go on.
     *
     * @throws NotFound as in {@link #stop}
     * @throws Conflict with code {@code not-paused}
     */
    public DeletionPreview resume(DeletionJobId id, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.STOP_DELETION, job.project(), purpose);
        if (job.state() != DeletionState.EXECUTING || job.pausedAt() == null) {
            throw new Conflict("not-paused", "This deletion does not pause.");
        }
        jobs.resume(id);
        audit.record(entry(permit, job));
        approved.fire(new DeletionApproved(id));
        return preview(id);
    }

    private static AuditEntry entry(Permit permit, DeletionJobSummary job) {
        AuditEntry entry = permit.entry().on("deletion-job", job.id().value());
        return job.participant() == null ? entry : entry.about(job.participant());
    }

    private DeletionPreview preview(DeletionJobId id) {
        return previews.of(jobs.find(id).orElseThrow(NotFound::new));
    }
}
