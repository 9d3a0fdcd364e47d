package no.tillit.erasure.internal.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.DeletionItems.Part;
import no.tillit.erasure.internal.ErasureActor;
import org.jspecify.annotations.Nullable;

/** The items that are left of a part, a page at a time. It needs no checkpoint: what was erased is no longer pending. */
@Dependent
@Named("pendingItems")
public class PendingItems extends AbstractItemReader {
    @Inject
    @BatchProperty
    private String job;

    @Inject
    @BatchProperty
    private String order;

    @Inject
    @BatchProperty
    private String from;

    @Inject
    @BatchProperty
    private String to;

    @Inject
    private ErasureActor actor;

    private final Deque<Numbered> page = new ArrayDeque<>();
    private int last;

    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            nextPage();
        }
        return page.poll();
    }

    /** Each item is given once in a run, whatever becomes of it. */
    private void nextPage() {
        var id = new DeletionJobId(UUID.fromString(job));
        var part = new Part(Integer.parseInt(order), Integer.parseInt(from), Integer.parseInt(to));
        if (!actor.call(work -> work.isPaused(id))) {
            page.addAll(actor.call(work -> work.pending(id, part, last)));
            last = page.isEmpty() ? last : page.getLast().seq();
        }
    }
}
