package no.tillit.erasure.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.access.Role;
import no.tillit.access.VisibleRows;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.audit.Outcome;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import no.tillit.retention.RetentionDecision;
import no.tillit.retention.RetentionReason;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who is in the erasure register stays erased: what a restored backup brought back goes again (O-23). */
@Stateless
@RolesAllowed(Role.Names.SYSTEM)
public class RepeatingErasure {
    private static final Logger LOG = Logger.getLogger(RepeatingErasure.class);

    @Inject
    private ErasureRegister register;

    @Inject
    private ErasureSteps steps;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private SubjectKeys subjectKeys;

    @Inject
    private WordsAboutErased words;

    @Inject
    private VisibleRows rows;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    public RepeatingErasure() {}

    RepeatingErasure(
            ErasureRegister register,
            ErasureSteps steps,
            DeletionJobs jobs,
            SubjectKeys keys,
            WordsAboutErased words,
            VisibleRows rows,
            AuditLog audit,
            Clock clock) {
        this.register = register;
        this.steps = steps;
        this.jobs = jobs;
        this.subjectKeys = keys;
        this.words = words;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the two copies of the register agree. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void reconcileRegister() {
        register.reconcile();
    }

    /**
     * Erases again what the entry speaks of, if any of it is there; a job that a node is carrying out now does so itself.
     *
     * @return whether anything was there
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean repeat(RegisterEntry entry) {
        rows.requireEverything();
        if (isUnderWay(entry)) {
            return false;
        }
        ParticipantId subject = entry.subject();
        boolean found = subject == null || entry.record() != null ? eraseRecord(entry) : eraseSubject(entry, subject);
        if (found) {
            LOG.warnf(
                    "Something that deletion %s had erased was back, and is erased again",
                    entry.job().value());
            audit.record(repeated(entry, subject));
        }
        return found;
    }

    private boolean isUnderWay(RegisterEntry entry) {
        return jobs.isLed(entry.job());
    }

    private boolean eraseRecord(RegisterEntry entry) {
        String kind = java.util.Objects.requireNonNull(entry.kind());
        UUID record = java.util.Objects.requireNonNull(entry.record());
        var decision = new RetentionDecision.Dispose(RetentionReason.ERASURE_REQUESTED, clock.today());
        words.forget(kind, List.of(record));
        return steps.forKind(kind).erase(ErasureItem.row(kind, record, entry.subject(), decision));
    }

    private boolean eraseSubject(RegisterEntry entry, ParticipantId participant) {
        SubjectId subject = SubjectId.of(participant);
        boolean found = false;
        if (subjectKeys.state(subject) != KeyState.DESTROYED) {
            subjectKeys.beginDestruction(subject);
            subjectKeys.destroy(subject);
            found = true;
        }
        words.forget(List.of(participant));
        var since = entry.at().atZone(Clock.ZONE).toLocalDate();
        var scope =
                new ErasureScope(entry.project(), participant, DeletionCause.MANUAL, Set.of(), since, clock.today());
        for (ErasureStep step : steps.inOrder()) {
            if (step.remaining(scope) > 0) {
                found |= eraseAll(step, scope);
            }
        }
        return found;
    }

    private static boolean eraseAll(ErasureStep step, ErasureScope scope) {
        List<ErasureItem> back;
        try (Stream<ErasureItem> inventory = step.inventory(scope)) {
            back = inventory.filter(item -> item.decision().erases()).toList();
        }
        boolean found = false;
        for (ErasureItem item : back) {
            found |= step.erase(item);
        }
        return found;
    }

    private static AuditEntry repeated(RegisterEntry entry, @Nullable ParticipantId subject) {
        return new AuditEntry(
                SystemProposals.SYSTEM,
                SystemProposals.SYSTEM,
                Purpose.DATA_PROTECTION,
                "erasure.repeated",
                entry.project(),
                subject,
                "deletion-job",
                entry.job().value(),
                Outcome.ALLOWED,
                null);
    }
}
