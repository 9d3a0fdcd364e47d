package no.tillit.erasure.internal.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.ErasureActor;

/** Looks again; what is still found ends the job as partly failed. A run that paused before everything was tried is gone on with. */
@Dependent
@Named("verifyErasure")
public class VerifyErasure extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    @Override
    public String process() {
        var id = new DeletionJobId(UUID.fromString(job));
        if (actor.call(work -> work.isPaused(id) || work.isAnyPending(id))) {
            actor.run(work -> work.letGo(id));
            return "PAUSED";
        }
        if (actor.end(work -> work.verify(id))) {
            return "VERIFIED";
        }
        actor.end(work -> {
            work.endPartlyFailed(id);
            return id;
        });
        return "PARTLY_FAILED";
    }
}
