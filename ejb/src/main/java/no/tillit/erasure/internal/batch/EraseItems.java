package no.tillit.erasure.internal.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.ErasureActor;
import no.tillit.kernel.Clock;
import org.jboss.logging.Logger;

/** Each item goes in a transaction of its own: one that fails is recorded as failed and keeps no other from going. */
@Dependent
@Named("eraseItems")
public class EraseItems extends AbstractItemWriter {
    /** Often enough for the lease, and seldom enough that the parts do not wait for each other at the job's row. */
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(EraseItems.class);

    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    @Inject
    private Clock clock;

    private Instant said = Instant.EPOCH;

    @Override
    public void writeItems(List<Object> items) {
        var id = new DeletionJobId(UUID.fromString(job));
        for (Object item : items) {
            erase(id, (Numbered) item);
        }
    }

    private void erase(DeletionJobId id, Numbered item) {
        if (!clock.now().isBefore(said.plus(OFTEN))) {
            actor.run(work -> work.stillWorking(id));
            said = clock.now();
        }
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
