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

/** A run that broke off leaves the deletion partly failed, for everyone to see, and never completed. Its place is for the next. */
@Dependent
@Named("erasureOutcome")
public class ErasureOutcome extends AbstractJobListener {
    private static final Set<BatchStatus> BROKEN_OFF =
            EnumSet.of(BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.STOPPING, BatchStatus.ABANDONED);

    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    @Inject
    private StartingErasure starting;

    @Inject
    private JobContext context;

    @Override
    public void afterJob() {
        try {
            end();
        } finally {
            starting.startSoon();
        }
    }

    private void end() {
        if (BROKEN_OFF.contains(context.getBatchStatus())) {
            var id = new DeletionJobId(UUID.fromString(job));
            actor.end(work -> {
                work.endPartlyFailed(id);
                return id;
            });
        }
    }
}
