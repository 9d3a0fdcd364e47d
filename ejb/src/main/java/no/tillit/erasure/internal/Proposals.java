package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ErasureRequest;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.NewDeletion;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import org.jspecify.annotations.Nullable;

/** A proposal is a job with a preview; proposing the same again brings the open proposal up to date. */
@ApplicationScoped
public class Proposals {
    @Inject
    private DeletionJobs jobs;

    @Inject
    private DeletionItems items;

    @Inject
    private Previews previews;

    @Inject
    private Scopes scopes;

    @Inject
    private ErasureSteps steps;

    @Inject
    private Clock clock;

    /**
     * Proposes, or takes up the open proposal of the same.
     *
     * @param by user name of the proposer, or {@code system}
     * @param presenter who answers for the preview; null when the system proposes
     * @return the job
     * @throws Conflict when there is nothing to erase, so that nothing is kept
     */
    public DeletionJobId propose(NewDeletion wanted, String by, @Nullable String presenter) {
        jobs.lockProposing(wanted.project());
        ErasureScope scope = scopes.of(wanted);
        DeletionJobSummary open = jobs.lockProposed(wanted).orElse(null);
        if (open != null) {
            refresh(open);
            if (presenter != null && open.presentedBy() == null) {
                jobs.present(open.id(), presenter, clock.now());
            }
            return open.id();
        }
        DeletionJobId id = DeletionJobId.random();
        items.takeStock(id, 1, scope, steps.inOrder());
        if (items.progress(id).total() == 0) {
            items.drop(id, 1);
            throw new Conflict("nothing-to-erase", "There is nothing here to erase, or all of it is held back.");
        }
        ErasureRequest request = wanted.cause() == DeletionCause.REQUEST
                ? ErasureRequest.of(wanted.receivedOn(), wanted.receivedBy(), by)
                : null;
        jobs.add(id, scope, request, by, presenter, clock.now());
        return id;
    }

    /**
     * Takes stock again and, if anything differs, makes that the next version of the preview and keeps what changed.
     *
     * @return the version that is current now
     */
    public int refresh(DeletionJobId id) {
        return refresh(jobs.lock(id).orElseThrow(NotFound::new));
    }

    private int refresh(DeletionJobSummary job) {
        if (job.state() != DeletionState.PROPOSED) {
            return job.version();
        }
        int next = job.version() + 1;
        ErasureScope scope = scopes.of(job).orElse(null);
        if (scope != null) {
            items.takeStock(job.id(), next, scope, steps.inOrder());
        }
        if (!previews.differ(job.id(), job.version(), next) && scope != null && sameScope(job, scope)) {
            items.drop(job.id(), next);
            return job.version();
        }
        previews.keepChanges(job.id(), job.version(), next);
        items.drop(job.id(), job.version());
        jobs.revise(job.id(), next, scope == null ? scopes.approved(job) : scope);
        return next;
    }

    private static boolean sameScope(DeletionJobSummary job, ErasureScope scope) {
        return job.since().equals(scope.since())
                && job.withdrawnItems().size() == scope.withdrawnItems().size()
                && scope.withdrawnItems().containsAll(job.withdrawnItems());
    }
}
