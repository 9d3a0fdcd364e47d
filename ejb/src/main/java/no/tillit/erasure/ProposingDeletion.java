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
import no.tillit.erasure.internal.Proposals;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is deleted that was not proposed with a list of what goes, why, and what is held back (O-21).
 *
 * <p>A withdrawal and the end of a project are proposed by {@code system}; a person then presents the proposal, so that
 * two people have looked at it before anything goes.
 */
@Stateless
@RolesAllowed(Role.Names.PRIVACY_OFFICER)
public class ProposingDeletion {
    @Inject
    private Access access;

    @Inject
    private Proposals proposals;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private Previews previews;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Proposes a deletion in the caller's name. If the same is proposed already, that proposal is brought up to date, and
     * the caller presents it if nobody does yet; so a repeated call is harmless.
     *
     * @throws NotFound when the caller may not propose, or there is no such project
     * @throws Conflict with code {@code nothing-withdrawn}, {@code processing-not-ended} or {@code nothing-to-erase}
     */
    public DeletionPreview propose(NewDeletion wanted, Purpose purpose) {
        Permit permit = access.require(Action.PROPOSE_DELETION, wanted.project(), purpose);
        DeletionJobId id = proposals.propose(wanted, permit.username(), permit.username());
        return recorded(permit, id);
    }

    /**
     * Takes up what the system proposed: from now on the caller answers for the preview, and another person decides.
     *
     * @throws NotFound when there is no such job that the caller may propose
     * @throws Conflict with code {@code already-presented} or {@code already-decided}
     */
    public DeletionPreview present(DeletionJobId id, Purpose purpose) {
        DeletionJobSummary job = jobs.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.PROPOSE_DELETION, job.project(), purpose);
        if (job.state() != DeletionState.PROPOSED) {
            throw new Conflict("already-decided", "This deletion has been decided already.");
        }
        if (job.presentedBy() != null && !job.presentedBy().equals(permit.username())) {
            throw new Conflict("already-presented", "Somebody else presents this deletion already.");
        }
        proposals.propose(
                new NewDeletion(
                        job.project(),
                        job.participant(),
                        job.cause(),
                        job.request() == null ? null : job.request().receivedOn(),
                        null),
                permit.username(),
                permit.username());
        return recorded(permit, id);
    }

    /**
     * Notes that the participant was told what was done on their request (Art 12(3)).
     *
     * @param on the day on which they were; null for today
     * @throws NotFound when there is no such job that the caller may propose
     * @throws Conflict with code {@code not-a-request}, {@code not-decided} or {@code already-answered}
     */
    public DeletionPreview answered(DeletionJobId id, @Nullable LocalDate on, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.PROPOSE_DELETION, job.project(), purpose);
        ErasureRequest request = job.request();
        if (request == null) {
            throw new Conflict("not-a-request", "Nobody asked for this deletion: there is nobody to answer.");
        }
        if (job.state() == DeletionState.PROPOSED) {
            throw new Conflict("not-decided", "Nobody has decided on this request: there is nothing to answer yet.");
        }
        LocalDate day = on == null ? clock.today() : on;
        if (day.isAfter(clock.today()) || day.isBefore(request.receivedOn())) {
            throw new InvalidInput(
                    "answer-out-of-range", "answeredOn", "Give a day from the receipt of the request until today.");
        }
        if (!jobs.answer(id, day, permit.username())) {
            throw new Conflict("already-answered", "Somebody has noted the answer already.");
        }
        AuditEntry e = permit.entry().on("deletion-job", id.value());
        audit.record(new AuditEntry(
                e.actor(),
                e.role(),
                e.purpose(),
                "deletion-job.answered",
                e.project(),
                job.participant(),
                e.recordType(),
                e.record(),
                e.outcome(),
                e.reason()));
        return previews.of(jobs.find(id).orElseThrow(NotFound::new));
    }

    private DeletionPreview recorded(Permit permit, DeletionJobId id) {
        DeletionJobSummary job = jobs.find(id).orElseThrow(NotFound::new);
        AuditEntry entry = permit.entry().on("deletion-job", id.value());
        audit.record(job.participant() == null ? entry : entry.about(job.participant()));
        return previews.of(job);
    }
}
