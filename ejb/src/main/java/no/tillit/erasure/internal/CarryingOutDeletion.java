package no.tillit.erasure.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.access.VisibleRows;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.DeletionItems.Part;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.SubjectKeys;
import org.jspecify.annotations.Nullable;

/**
 * Carries out an approved deletion: register first, then keys, then bytes and rows (O-21, O-23). {@link EndingDeletion} looks again.
 *
 * <p>Every method is one short transaction and may be repeated: after a crash anywhere the job starts anew and finds in
 * the database what is left to do.
 */
@Stateless
@RolesAllowed(Role.Names.SYSTEM)
public class CarryingOutDeletion {
    /** How long a node may be silent before another takes its job over. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** Deletions that a node carries out at once, each with its parts: the pool of threads has room for them (configure.cli). */
    static final int AT_ONCE = 3;

    /** Lines of the register in one transaction. */
    private static final int CHUNK = 250;

    /** Participants whose keys go at once: the key database drops what held them after each time, which costs all that it holds. */
    private static final int KEYS = 1_000;

    /** Items of one page. */
    private static final int PAGE = 200;

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
    private Recipients recipients;

    @Inject
    private ErasureSteps steps;

    @Inject
    private Scopes scopes;

    @Inject
    private SubjectKeys subjectKeys;

    @Inject
    private AuditLog audit;

    @Inject
    private ClockTrust trust;

    @Inject
    private WordsAboutErased words;

    @Inject
    private ThisNode node;

    @Inject
    private Clock clock;

    /** The jobs that wait for a node; none while it is in doubt what time it is. */
    public List<DeletionJobId> abandoned() {
        rows.requireEverything();
        return trust.isTrusted() ? jobs.abandoned(clock.now()) : List.of();
    }

    /** Whether this node may take another job: the rest wait in the database, for any node. */
    public boolean hasRoom() {
        return node.running() < AT_ONCE && jobs.ledHere() < AT_ONCE;
    }

    /** Takes the job for this node; false when another has it, or this one has no room. */
    public boolean claim(DeletionJobId id) {
        return jobs.claim(id, clock.now(), LEASE, AT_ONCE);
    }

    /** Leaves out what has been held since the approval, and settles whose keys go. From here on a hold comes too late. */
    public void begin(DeletionJobId id) {
        DeletionJobSummary job = job(id);
        audit.record(entry(job));
        holdingBack.keepStill(job.project());
        holdingBack.prepare(job.project());
        items.holdBack(id, job.version(), clock.today());
        deletionKeys.settle(id);
        recipients.note(job, scopes.approved(job));
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
     * Enters the next records in the register: of those who stay, and what an older copy may hold under another key.
     *
     * @param after the number of the last item entered, 0 to start
     * @return the number of the last one entered now, -1 when all are
     */
    public int registerRecords(DeletionJobId id, int after) {
        DeletionJobSummary job = job(id);
        List<Numbered> records = items.toBeNamed(id, steps.kindsThatMayLieElsewhere(), after, CHUNK);
        register.enter(records.stream().flatMap(r -> lines(job, r.item())).toList());
        if (records.isEmpty()) {
            register.beWitnessed();
        }
        stillWorking(id);
        return records.isEmpty() ? -1 : records.get(records.size() - 1).seq();
    }

    private Stream<RegisterEntry> lines(DeletionJobSummary job, ErasureItem item) {
        Set<UUID> records = new LinkedHashSet<>(Set.of(item.record()));
        records.addAll(steps.forKind(item.kind()).registeredByThemselves(item));
        return records.stream()
                .map(record -> RegisterEntry.ofRecord(
                        clock.now(), job.id(), job.project(), item.participant(), item.kind(), record));
    }

    /** Destroys the next subject keys; false when all are destroyed. */
    public boolean destroyKeys(DeletionJobId id) {
        List<ParticipantId> living = deletionKeys.living(id, KEYS);
        Map<SubjectId, String> checkValues =
                subjectKeys.destroyAll(living.stream().map(SubjectId::of).toList());
        if (!living.isEmpty()) {
            words.forget(living);
            deletionKeys.markDestroyed(
                    id,
                    living.stream()
                            .collect(Collectors.toMap(
                                    who -> who, who -> Objects.requireNonNull(checkValues.get(SubjectId.of(who))))),
                    clock.now());
        }
        stillWorking(id);
        return !living.isEmpty();
    }

    /**
     * What may be erased at once now: of what is left, the items of the first step in order, in parts of about the same number.
     * What hangs on them has its turn when none of them is left.
     *
     * @param itemsEach how many are worth a part
     * @return nothing while the run is to pause
     */
    public List<Part> parts(DeletionJobId id, int itemsEach, int most) {
        return isPaused(id) ? List.of() : items.parts(id, itemsEach, most);
    }

    /** Whether anything is left that nobody has tried. */
    public boolean isAnyPending(DeletionJobId id) {
        return items.isAnyPending(id);
    }

    /**
     * The next items of a part; empty when none is left.
     *
     * @param after the number of the last one given before, 0 to start
     */
    public List<Numbered> pending(DeletionJobId id, Part part, int after) {
        return items.pending(id, part, after, PAGE);
    }

    /**
     * Erases items of one kind, all of them, or fails and leaves every row as it was. What is not to be erased any more, since another
     * node was faster or it is held back now, is left alone.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void erase(DeletionJobId id, List<Numbered> alike) {
        requireLedHere(id);
        List<Numbered> taken = items.take(id, alike);
        if (taken.isEmpty()) {
            return;
        }
        String kind = taken.get(0).item().kind();
        Set<ErasureItem> found =
                steps.forKind(kind).eraseAll(taken.stream().map(Numbered::item).toList());
        words.forget(kind, taken.stream().map(n -> n.item().record()).toList());
        List<Numbered> missing =
                taken.stream().filter(n -> !found.contains(n.item())).toList();
        items.markErased(id, taken, missing, clock.now());
    }

    /** Records that an item could not be erased. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void fail(DeletionJobId id, Numbered numbered) {
        requireLedHere(id);
        items.markFailed(id, numbered.seq(), clock.now());
    }

    /** Whether somebody has asked the run to pause, or the clock is in doubt. */
    public boolean isPaused(DeletionJobId id) {
        return job(id).pausedAt() != null || !trust.isTrusted();
    }

    /** Leaves a paused job to whoever sees it resumed. */
    public void letGo(DeletionJobId id) {
        jobs.letGo(id);
    }

    /** Keeps the job for this node. Whoever has lost it finds out here. */
    public void stillWorking(DeletionJobId id) {
        jobs.renewLease(id, LEASE);
    }

    /** A node that was silent for long may find the job with another, or ended by it: it changes nothing any more. */
    private void requireLedHere(DeletionJobId id) {
        if (!jobs.isLedHere(id)) {
            throw new IllegalStateException("Another node has taken this deletion over");
        }
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
}
