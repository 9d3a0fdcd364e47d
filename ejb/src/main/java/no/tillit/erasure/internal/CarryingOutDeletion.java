package no.tillit.erasure.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.access.VisibleRows;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out an approved deletion: register first, then keys, then bytes and rows, then look again (O-21, O-23).
 *
 * <p>Every method is one short transaction and may be repeated: after a crash anywhere the job starts anew and finds in
 * the database what is left to do.
 */
@Stateless
@RolesAllowed(Role.Names.SYSTEM)
public class CarryingOutDeletion {
    /** How long a node may be silent before another takes its job over. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final int CHUNK = 50;
    private static final Logger LOG = Logger.getLogger(CarryingOutDeletion.class);

    @Inject
    private Access access;

    @Inject
    private VisibleRows rows;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private DeletionItems items;

    @Inject
    private DeletionKeys deletionKeys;

    @Inject
    private ErasureRegister register;

    @Inject
    private HoldingBack holdingBack;

    @Inject
    private ManualSteps manualSteps;

    @Inject
    private ErasureSteps steps;

    @Inject
    private Scopes scopes;

    @Inject
    private SubjectKeys subjectKeys;

    @Inject
    private Certifying certifying;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** The jobs that wait for a node. */
    public List<DeletionJobId> abandoned() {
        rows.requireEverything();
        return jobs.abandoned(clock.now());
    }

    /** Takes the job for this node; false when another has it. */
    public boolean claim(DeletionJobId id) {
        return jobs.claim(id, clock.now(), clock.now().plus(LEASE));
    }

    /** Leaves out what has been held since the approval, and settles whose keys go. From here on a hold comes too late. */
    public void begin(DeletionJobId id) {
        DeletionJobSummary job = job(id);
        audit.record(entry(job));
        holdingBack.keepStill(job.project());
        holdingBack.prepare(job.project());
        items.holdBack(id, job.version(), clock.today());
        deletionKeys.settle(id);
        stillWorking(id);
    }

    /**
     * Enters the next participants in the register.
     *
     * @param after the last one entered, null to start
     * @return the last one entered now, null when all are
     */
    public @Nullable ParticipantId registerSubjects(DeletionJobId id, @Nullable ParticipantId after) {
        DeletionJobSummary job = job(id);
        List<ParticipantId> subjects = deletionKeys.after(id, after, CHUNK);
        register.enter(subjects.stream()
                .map(s -> RegisterEntry.ofSubject(clock.now(), id, job.project(), s))
                .toList());
        stillWorking(id);
        return subjects.isEmpty() ? null : subjects.get(subjects.size() - 1);
    }

    /**
     * Enters the next records of those who stay in the register.
     *
     * @param after the number of the last item entered, 0 to start
     * @return the number of the last one entered now, -1 when all are
     */
    public int registerRecords(DeletionJobId id, int after) {
        DeletionJobSummary job = job(id);
        List<Numbered> records = items.goingWithoutKey(id, after, CHUNK);
        register.enter(records.stream()
                .map(r -> RegisterEntry.ofRecord(
                        clock.now(),
                        id,
                        job.project(),
                        r.item().participant(),
                        r.item().kind(),
                        r.item().record()))
                .toList());
        stillWorking(id);
        return records.isEmpty() ? -1 : records.get(records.size() - 1).seq();
    }

    /** Destroys the next subject keys; false when all are destroyed. */
    public boolean destroyKeys(DeletionJobId id) {
        List<ParticipantId> living = deletionKeys.living(id, CHUNK);
        Map<SubjectId, String> checkValues =
                subjectKeys.destroyAll(living.stream().map(SubjectId::of).toList());
        for (ParticipantId participant : living) {
            jobs.forgetReasons(participant);
            String checkValue = Objects.requireNonNull(checkValues.get(SubjectId.of(participant)));
            deletionKeys.markDestroyed(id, participant, checkValue, clock.now());
        }
        stillWorking(id);
        return !living.isEmpty();
    }

    /** The next items to erase; empty when none is left. */
    public List<Numbered> pending(DeletionJobId id) {
        return items.pending(id, CHUNK);
    }

    /** Erases one item, or fails and leaves it as it was. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void erase(DeletionJobId id, Numbered numbered) {
        ErasureItem item = numbered.item();
        steps.forKind(item.kind()).erase(item);
        items.markErased(id, numbered.seq(), clock.now());
        stillWorking(id);
    }

    /** Records that an item could not be erased. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void fail(DeletionJobId id, Numbered numbered) {
        items.markFailed(id, numbered.seq(), clock.now());
        stillWorking(id);
    }

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
        stillWorking(id);
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
        stillWorking(id);
        var progress = items.progress(id);
        return left == 0 && progress.erased() == progress.total();
    }

    private boolean keysAreDestroyed(DeletionJobId id) {
        ParticipantId after = null;
        List<ParticipantId> page = new ArrayList<>(deletionKeys.after(id, after, CHUNK));
        while (!page.isEmpty()) {
            for (ParticipantId participant : page) {
                if (subjectKeys.state(SubjectId.of(participant)) != KeyState.DESTROYED) {
                    LOG.errorf("Deletion %s: a key is not destroyed", id.value());
                    return false;
                }
            }
            after = page.get(page.size() - 1);
            page = deletionKeys.after(id, after, CHUNK);
        }
        return true;
    }

    /** Whether somebody has asked the run to pause. */
    public boolean isPaused(DeletionJobId id) {
        return job(id).pausedAt() != null;
    }

    /** Leaves a paused job to whoever sees it resumed. */
    public void letGo(DeletionJobId id) {
        jobs.letGo(id, clock.now());
    }

    /** Completes the job and files its certificate; while hands have something to confirm, it waits for them instead. */
    public void certify(DeletionJobId id) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        if (manualSteps.isAnyOpen(id)) {
            jobs.end(id, DeletionState.AWAITING_HANDS, clock.now());
            return;
        }
        long auditEntry = audit.record(completed(job));
        jobs.end(id, DeletionState.COMPLETED, clock.now());
        certifying.certify(job(id), auditEntry);
    }

    /** Ends the run with something left to do; a person may have it tried again. */
    public void endPartlyFailed(DeletionJobId id) {
        DeletionJobSummary job = job(id);
        if (job.state() == DeletionState.EXECUTING) {
            jobs.end(id, DeletionState.PARTLY_FAILED, clock.now());
            audit.record(completed(job).refused("partly-failed"));
        }
    }

    private void stillWorking(DeletionJobId id) {
        jobs.renewLease(id, clock.now().plus(LEASE));
    }

    private DeletionJobSummary job(DeletionJobId id) {
        return jobs.find(id).orElseThrow(NotFound::new);
    }

    private AuditEntry entry(DeletionJobSummary job) {
        AuditEntry entry = access.require(Action.RUN_JOB, job.project(), Purpose.DATA_PROTECTION)
                .entry()
                .on("deletion-job", job.id().value());
        return job.participant() == null ? entry : entry.about(job.participant());
    }

    private AuditEntry completed(DeletionJobSummary job) {
        AuditEntry e = entry(job);
        return new AuditEntry(
                e.actor(),
                e.role(),
                e.purpose(),
                "deletion-job.completed",
                e.project(),
                e.participant(),
                e.recordType(),
                e.record(),
                e.outcome(),
                e.reason());
    }
}
