package no.tillit.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.internal.DeletionJobs;
import no.tillit.erasure.internal.ErasureRequests;
import no.tillit.erasure.internal.Previews;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Who asks to be erased is told what was done within a month, or within the month that it takes two more, once, for a reason that
 * the law knows (GDPR Art 12(3); O-10).
 */
@Stateless
@RolesAllowed(Role.Names.PRIVACY_OFFICER)
public class AnsweringRequest {
    @Inject
    private Access access;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private ErasureRequests requests;

    @Inject
    private Previews previews;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Notes that the participant was told what was done on their request.
     *
     * @param on the day on which they were; null for today
     * @throws NotFound when there is no such job that the caller may propose
     * @throws InvalidInput when the day lies before the receipt or after today
     * @throws Conflict with code {@code not-a-request}, {@code not-decided} or {@code already-answered}
     */
    public DeletionPreview answered(DeletionJobId id, @Nullable LocalDate on, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.PROPOSE_DELETION, job.project(), purpose);
        ErasureRequest request = requestOf(job);
        if (job.state() == DeletionState.PROPOSED) {
            throw new Conflict("not-decided", "Nobody has decided on this request: there is nothing to answer yet.");
        }
        LocalDate day = dayOf(request, on, "answer-out-of-range", "answeredOn");
        if (!requests.answer(id, day, permit.username())) {
            throw alreadyAnswered();
        }
        return recorded(permit, job, "deletion-job.answered");
    }

    /**
     * Notes that the participant was told that it takes two months more, and why.
     *
     * @param toldOn the day on which they were; null for today
     * @throws NotFound when there is no such job that the caller may propose
     * @throws InvalidInput when the reason is missing, or the day lies before the receipt or after today
     * @throws Conflict with code {@code not-a-request}, {@code already-answered}, {@code extended-already} or {@code month-is-over}
     */
    public DeletionPreview extend(
            DeletionJobId id, @Nullable ExtensionReason reason, @Nullable LocalDate toldOn, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.PROPOSE_DELETION, job.project(), purpose);
        ErasureRequest request = requestOf(job);
        if (request.isAnswered()) {
            throw alreadyAnswered();
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
        LocalDate day = dayOf(request, toldOn, "told-out-of-range", "toldOn");
        requests.extend(id, reason, day, permit.username());
        return recorded(permit, job, "deletion-job.extended");
    }

    private static ErasureRequest requestOf(DeletionJobSummary job) {
        ErasureRequest request = job.request();
        if (request == null) {
            throw new Conflict("not-a-request", "Nobody asked for this deletion: there is nobody to answer.");
        }
        return request;
    }

    private static Conflict alreadyAnswered() {
        return new Conflict("already-answered", "Somebody has noted the answer already.");
    }

    private LocalDate dayOf(ErasureRequest request, @Nullable LocalDate given, String code, String field) {
        LocalDate day = given == null ? clock.today() : given;
        if (day.isAfter(clock.today()) || day.isBefore(request.receivedOn())) {
            throw new InvalidInput(code, field, "Give a day from the receipt of the request until today.");
        }
        return day;
    }

    private DeletionPreview recorded(Permit permit, DeletionJobSummary job, String action) {
        audit.record(permit.entry()
                .named(action)
                .on("deletion-job", job.id().value())
                .about(job.participant()));
        return previews.of(jobs.find(job.id()).orElseThrow(NotFound::new));
    }
}
