package no.tillit.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.internal.DeletionJobs;
import no.tillit.erasure.internal.Previews;
import no.tillit.erasure.internal.Proposals;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;

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

    private DeletionPreview recorded(Permit permit, DeletionJobId id) {
        DeletionJobSummary job = jobs.find(id).orElseThrow(NotFound::new);
        AuditEntry entry = permit.entry().on("deletion-job", id.value());
        audit.record(job.participant() == null ? entry : entry.about(job.participant()));
        return previews.of(job);
    }
}
