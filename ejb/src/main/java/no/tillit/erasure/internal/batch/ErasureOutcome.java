package no.tillit.erasure.internal.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.ErasureActor;
import no.tillit.erasure.internal.ThisNode;

/**
 * A run that broke off leaves the deletion partly failed, for everyone to see, and never completed; its place is for the next. One that was
 * stopped with its server leaves it to another node, as it is.
 */
@Dependent
@Named("erasureOutcome")
public class ErasureOutcome extends AbstractJobListener {
    private static final Set<BatchStatus> BROKEN_OFF = EnumSet.of(BatchStatus.FAILED, BatchStatus.ABANDONED);

    private static final Set<BatchStatus> STOPPED = EnumSet.of(BatchStatus.STOPPED, BatchStatus.STOPPING);

    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    @Inject
    private StartingErasure starting;

    @Inject
    private ThisNode node;

    @Inject
    private JobContext context;

    @Override
    public void afterJob() {
        var id = new DeletionJobId(UUID.fromString(job));
        boolean stopped = STOPPED.contains(context.getBatchStatus());
        try {
            if (stopped) {
                actor.run(work -> work.letGo(id));
            } else {
                end(id);
            }
        } finally {
            node.ended(id);
            if (!stopped) {
                starting.startSoon();
            }
        }
    }

    private void end(DeletionJobId id) {
        if (BROKEN_OFF.contains(context.getBatchStatus())) {
            actor.end(work -> {
                work.endPartlyFailed(id);
                return id;
            });
        }
    }
}
