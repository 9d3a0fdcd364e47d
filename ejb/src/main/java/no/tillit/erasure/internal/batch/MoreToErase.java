package no.tillit.erasure.internal.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.ErasureActor;

/** Whether the next step in order has its turn; the parts of the one before have all ended. */
@Dependent
@Named("moreToErase")
public class MoreToErase extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    @Override
    public String process() {
        var id = new DeletionJobId(UUID.fromString(job));
        actor.run(work -> work.stillWorking(id));
        return actor.call(work -> !work.isPaused(id) && work.isAnyPending(id)) ? "MORE" : "NO_MORE";
    }
}
