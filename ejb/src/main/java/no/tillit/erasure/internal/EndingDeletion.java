package no.tillit.erasure.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.SubjectKeys;
import org.jboss.logging.Logger;

/**
 * Nothing is called gone that was not looked for again, and nothing is certified that the signed log does not say (O-21).
 *
 * <p>Every method is one short transaction and may be repeated.
 */
@Stateless
@RolesAllowed(Role.Names.SYSTEM)
public class EndingDeletion {
    private static final int PAGE = 500;
    private static final Logger LOG = Logger.getLogger(EndingDeletion.class);

    @Inject
    private Access access;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private DeletionItems items;

    @Inject
    private DeletionKeys deletionKeys;

    @Inject
    private ManualSteps manualSteps;

    @Inject
    private ErasureSteps steps;

    @Inject
    private Scopes scopes;

    @Inject
    private SubjectKeys subjectKeys;

    @Inject
    private LogEvidence evidence;

    @Inject
    private EndingProject endingProject;

    @Inject
    private Certifying certifying;

    @Inject
    private WordsAboutErased words;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Looks again for everything that was to go, and says whether nothing was found. */
    public boolean verify(DeletionJobId id) {
        DeletionJobSummary job = job(id);
        if (job.cause() == DeletionCause.SCHEDULE) {
            return isGone(id);
        }
        ErasureScope scope = scopes.approved(job);
        for (ErasureStep step : steps.inOrder()) {
            long left = step.remaining(scope);
            if (left > items.heldBack(id, step.kind())) {
                LOG.errorf("Deletion %s: of %s %d are still there", id.value(), step.kind(), left);
                items.failKind(id, step.kind());
                return false;
            }
        }
        jobs.renewLease(id, CarryingOutDeletion.LEASE);
        var progress = items.progress(id);
        return progress.erased() == progress.total() && keysAreDestroyed(id);
    }

    /** Only single records were to go, so each is looked for by itself. */
    private boolean isGone(DeletionJobId id) {
        long left = items.stillThere(id);
        if (left > 0) {
            LOG.errorf("Deletion %s: %d records are still there", id.value(), left);
            items.failStillThere(id);
        }
        jobs.renewLease(id, CarryingOutDeletion.LEASE);
        var progress = items.progress(id);
        return left == 0 && progress.erased() == progress.total();
    }

    private boolean keysAreDestroyed(DeletionJobId id) {
        List<ParticipantId> page = deletionKeys.after(id, null, PAGE);
        while (!page.isEmpty()) {
            if (!subjectKeys.areDestroyed(page.stream().map(SubjectId::of).toList())) {
                LOG.errorf("Deletion %s: a key is not destroyed", id.value());
                return false;
            }
            page = deletionKeys.after(id, page.get(page.size() - 1), PAGE);
        }
        return true;
    }

    /** While hands have something to confirm, lets the job wait for them; true when it does. */
    public boolean awaitsHands(DeletionJobId id) {
        jobs.lock(id);
        if (!manualSteps.isAnyOpen(id)) {
            return false;
        }
        jobs.end(id, DeletionState.AWAITING_HANDS, clock.now());
        return true;
    }

    /** Whether this ends a project of which nothing else is left; then the register says that the project's key goes, too. */
    public boolean registerProjectKey(DeletionJobId id) {
        DeletionJobSummary job = job(id);
        if (!endingProject.isDone(job)) {
            return false;
        }
        endingProject.enter(job);
        jobs.renewLease(id, CarryingOutDeletion.LEASE);
        return true;
    }

    /** Destroys the project's own key, which the register has named. */
    public void destroyProjectKey(DeletionJobId id) {
        endingProject.destroy(job(id));
    }

    /** Says in the log that everything was looked for again; gives the entry's number. */
    public long recordVerified(DeletionJobId id) {
        return audit.record(named("deletion-job.verified", job(id)));
    }

    /** Signs the log over the entry, so that the certificate can say where it stands. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public LogEvidence.Entry evidence(long entry) {
        return evidence.of(entry);
    }

    /** Completes the job and files its certificate, or neither. A step that hands were given meanwhile keeps it waiting. */
    public void certify(DeletionJobId id, LogEvidence.Entry verified) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        if (manualSteps.isAnyOpen(id)) {
            jobs.end(id, DeletionState.AWAITING_HANDS, clock.now());
            return;
        }
        audit.record(named("deletion-job.completed", job));
        jobs.end(id, DeletionState.COMPLETED, clock.now());
        certifying.certify(job(id), verified);
        ParticipantId participant = job.participant();
        if (participant != null) {
            words.forget(List.of(participant));
        }
    }

    /** Ends the run with something left to do, unless another node has taken the job over; a person may have it tried again. */
    public void endPartlyFailed(DeletionJobId id) {
        if (jobs.isLedHere(id)) {
            jobs.end(id, DeletionState.PARTLY_FAILED, clock.now());
            audit.record(named("deletion-job.completed", job(id)).refused("partly-failed"));
        }
    }

    private DeletionJobSummary job(DeletionJobId id) {
        return jobs.find(id).orElseThrow(NotFound::new);
    }

    private AuditEntry named(String action, DeletionJobSummary job) {
        return access.require(Action.RUN_JOB, job.project(), Purpose.DATA_PROTECTION)
                .entry()
                .named(action)
                .on("deletion-job", job.id().value())
                .about(job.participant());
    }
}
