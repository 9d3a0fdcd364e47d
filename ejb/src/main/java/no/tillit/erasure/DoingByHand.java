package no.tillit.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.internal.DeletionJobs;
import no.tillit.erasure.internal.ManualSteps;
import no.tillit.erasure.internal.Previews;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PlainText;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The paper in the cabinet and the recorder in the drawer are part of a deletion: somebody confirms with name and date that they
 * are gone, and until then nothing is certified (O-21).
 */
@Stateless
@RolesAllowed({Role.Names.PRIVACY_OFFICER, Role.Names.PROJECT_LEAD})
public class DoingByHand {
    @Inject
    private Access access;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private ManualSteps steps;

    @Inject
    private Previews previews;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<DeletionApproved> approved;

    @Inject
    private Clock clock;

    /**
     * Adds a step to a deletion that is not completed.
     *
     * @param place where it is, 1 to 200 characters; kept encrypted
     * @throws NotFound when there is no such job that the caller may decide on
     * @throws Conflict with code {@code deletion-closed} when the job is completed, refused or stopped
     */
    public DeletionPreview add(DeletionJobId id, @Nullable ManualKind kind, @Nullable String place, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.DECIDE_DELETION, job.project(), purpose);
        if (kind == null) {
            throw new InvalidInput("missing", "kind", "Fill in this field.");
        }
        String where = PlainText.required("place", place, 200);
        requireOpen(job);
        steps.add(id, job.project(), kind, where, clock.now(), permit.username());
        audit.record(entry(permit, job));
        return preview(id);
    }

    /**
     * Confirms, in the caller's name, that a step was done; the last one completes a deletion that waited for it.
     *
     * @param doneOn the day on which it was done; null for today
     * @throws NotFound when there is no such job or step
     * @throws Conflict with code {@code step-confirmed} when somebody has confirmed it already
     */
    public DeletionPreview confirm(DeletionJobId id, UUID step, @Nullable LocalDate doneOn, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.DECIDE_DELETION, job.project(), purpose);
        LocalDate day = doneOn == null ? clock.today() : doneOn;
        if (day.isAfter(clock.today())) {
            throw new InvalidInput("date-in-future", "doneOn", "What has not been done yet cannot be confirmed.");
        }
        ManualStep known = steps.of(id).stream()
                .filter(s -> s.id().equals(step))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (known.isDone() || !steps.confirm(id, step, day, clock.now(), permit.username())) {
            throw new Conflict("step-confirmed", "Somebody has confirmed this already.");
        }
        audit.record(entry(permit, job));
        if (job.state() == DeletionState.AWAITING_HANDS && !steps.isAnyOpen(id)) {
            jobs.approveAgain(id);
            approved.fire(new DeletionApproved(id));
        }
        return preview(id);
    }

    private static void requireOpen(DeletionJobSummary job) {
        switch (job.state()) {
            case COMPLETED, REFUSED, STOPPED ->
                throw new Conflict("deletion-closed", "This deletion is closed. Nothing can be added to it.");
            default -> {
                return;
            }
        }
    }

    private static AuditEntry entry(Permit permit, DeletionJobSummary job) {
        AuditEntry entry = permit.entry().on("deletion-job", job.id().value());
        return job.participant() == null ? entry : entry.about(job.participant());
    }

    private DeletionPreview preview(DeletionJobId id) {
        return previews.of(jobs.find(id).orElseThrow(NotFound::new));
    }
}
