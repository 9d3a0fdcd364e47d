package no.tillit.erasure.internal.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.ErasureActor;
import org.jboss.logging.Logger;

/** Each item goes in a transaction of its own: one that fails is recorded as failed and keeps no other from going. */
@Dependent
@Named("eraseItems")
public class EraseItems extends AbstractItemWriter {
    private static final Logger LOG = Logger.getLogger(EraseItems.class);

    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    @Override
    public void writeItems(List<Object> items) {
        var id = new DeletionJobId(UUID.fromString(job));
        for (Object item : items) {
            erase(id, (Numbered) item);
        }
    }

    private void erase(DeletionJobId id, Numbered item) {
        try {
            actor.run(work -> work.erase(id, item));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "Deletion %s: item %d (%s) is not erased",
                    id.value(),
                    item.seq(),
                    item.item().kind());
            actor.run(work -> work.fail(id, item));
        }
    }
}
