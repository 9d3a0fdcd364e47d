package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.tillit.access.VisibleRows;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.audit.Outcome;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.ErasureDue;
import no.tillit.erasure.NewDeletion;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.retention.EndDates;

/** Nobody has to remember: a withdrawal and the end of a project propose their deletion themselves (O-06, O-09). */
@ApplicationScoped
public class SystemProposals {
    /** The actor under which the log keeps what no person did. */
    public static final String SYSTEM = "system";

    @Inject
    private Proposals proposals;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private HoldingBack holdingBack;

    @Inject
    private Instance<EndDates> endDates;

    @Inject
    private ClockTrust trust;

    @Inject
    private VisibleRows rows;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** In the transaction of the withdrawal, so that neither stands without the other. */
    public void onWithdrawal(@Observes ErasureDue due) {
        propose(new NewDeletion(due.project(), due.participant(), DeletionCause.WITHDRAWAL));
    }

    /** Whether it is certain what day it is. */
    @Transactional
    public boolean isDayCertain() {
        return trust.isTrusted();
    }

    /** The projects whose approval has ended. */
    @Transactional
    public List<ProjectId> ended() {
        rows.requireEverything();
        LocalDate today = clock.today();
        return endDates.stream().flatMap(e -> e.endedBefore(today).stream()).toList();
    }

    /**
     * Proposes the deletion of an ended project, unless that is under way or was proposed today: a refusal holds until
     * the next day. Two nodes at once propose once.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void proposeEnd(ProjectId project) {
        rows.requireEverything();
        jobs.lockProposing(project);
        var today = clock.today().atStartOfDay(Clock.ZONE).toInstant();
        if (!jobs.existsForProject(project, DeletionCause.END_OF_PROCESSING, today)) {
            propose(new NewDeletion(project, null, DeletionCause.END_OF_PROCESSING));
        }
    }

    /** The projects in which a schedule has made something due. */
    @Transactional
    public List<ProjectId> dueBySchedule() {
        rows.requireEverything();
        return holdingBack.projectsDueBySchedule(clock.today());
    }

    /** Proposes what a schedule has made due in the project, as {@link #proposeEnd} does the end of one. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void proposeDue(ProjectId project) {
        rows.requireEverything();
        jobs.lockProposing(project);
        var today = clock.today().atStartOfDay(Clock.ZONE).toInstant();
        if (!jobs.existsForProject(project, DeletionCause.SCHEDULE, today)) {
            propose(new NewDeletion(project, null, DeletionCause.SCHEDULE));
        }
    }

    private void propose(NewDeletion wanted) {
        proposeIfAnythingGoes(wanted).ifPresent(id -> audit.record(entry(wanted, id)));
    }

    private Optional<DeletionJobId> proposeIfAnythingGoes(NewDeletion wanted) {
        try {
            return Optional.of(proposals.propose(wanted, SYSTEM, null));
        } catch (Conflict nothing) {
            if (nothing.code().equals("nothing-to-erase")) {
                return Optional.empty();
            }
            throw nothing;
        }
    }

    private static AuditEntry entry(NewDeletion wanted, DeletionJobId id) {
        return new AuditEntry(
                SYSTEM,
                SYSTEM,
                Purpose.DATA_PROTECTION,
                "deletion-job.proposed",
                wanted.project(),
                wanted.participant(),
                "deletion-job",
                id.value(),
                Outcome.ALLOWED,
                null);
    }
}
