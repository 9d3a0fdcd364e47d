package no.tillit.erasure.internal.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.ErasureActor;

/** Destroys the subject keys: from here on every copy is unreadable, backups too. */
@Dependent
@Named("destroyKeys")
public class DestroyKeys extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    @Override
    public String process() {
        var id = new DeletionJobId(UUID.fromString(job));
        while (actor.call(work -> work.destroyKeys(id))) {
            continue;
        }
        return "DESTROYED";
    }
}
