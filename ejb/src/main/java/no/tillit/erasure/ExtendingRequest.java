package no.tillit.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A request may be answered two months later, once, for a reason that the law knows, and only when the person was told so within the
 * first month (GDPR Art 12(3); O-10).
 */
@Stateless
@RolesAllowed(Role.Names.PRIVACY_OFFICER)
public class ExtendingRequest {
    @Inject
    private Access access;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private Previews previews;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * @param toldOn the day on which the person was told that it takes longer and why; null for today
     * @throws NotFound when there is no such job that the caller may propose
     * @throws InvalidInput when the reason is missing, or the day lies before the receipt, after today or after the month
     * @throws Conflict with code {@code not-a-request}, {@code already-answered}, {@code extended-already} or {@code month-is-over}
     */
    public DeletionPreview extend(
            DeletionJobId id, @Nullable ExtensionReason reason, @Nullable LocalDate toldOn, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.PROPOSE_DELETION, job.project(), purpose);
        ErasureRequest request = job.request();
        if (request == null) {
            throw new Conflict("not-a-request", "Nobody asked for this deletion: there is nobody to answer.");
        }
        if (request.isAnswered()) {
            throw new Conflict("already-answered", "Somebody has noted the answer already.");
        }
        if (request.isExtended()) {
            throw new Conflict("extended-already", "A request is extended once, by two months.");
        }
        if (clock.today().isAfter(request.answerBy())) {
            throw new Conflict(
                    "month-is-over", "The month is over. A request is extended before that, or answered now.");
        }
        if (reason == null) {
            throw new InvalidInput("missing", "reason", "Say why it takes longer: complex, or many-requests.");
        }
        LocalDate day = toldOn == null ? clock.today() : toldOn;
        if (day.isAfter(clock.today()) || day.isBefore(request.receivedOn())) {
            throw new InvalidInput(
                    "told-out-of-range", "toldOn", "Give a day from the receipt of the request until today.");
        }
        jobs.extend(id, reason, day, permit.username());
        AuditEntry e = permit.entry().on("deletion-job", id.value());
        audit.record(new AuditEntry(
                e.actor(),
                e.role(),
                e.purpose(),
                "deletion-job.extended",
                e.project(),
                job.participant(),
                e.recordType(),
                e.record(),
                e.outcome(),
                e.reason()));
        return previews.of(jobs.find(id).orElseThrow(NotFound::new));
    }
}
