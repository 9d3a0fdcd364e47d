package no.tillit.erasure.internal.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.ErasureActor;
import org.jspecify.annotations.Nullable;

/** The items that are left, a page at a time. It needs no checkpoint: what was erased is no longer pending. */
@Dependent
@Named("pendingItems")
public class PendingItems extends AbstractItemReader {
    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    private final Deque<Numbered> page = new ArrayDeque<>();
    private final Set<Integer> given = new HashSet<>();

    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            nextPage();
        }
        return page.poll();
    }

    /** A page may hold items of the chunk that is being read and not yet written: these are not given twice. */
    private void nextPage() {
        var id = new DeletionJobId(UUID.fromString(job));
        actor.run(work -> work.stillWorking(id));
        if (actor.call(work -> work.isPaused(id))) {
            return;
        }
        var pending = actor.call(work -> work.pending(id));
        pending.stream().filter(n -> !given.contains(n.seq())).forEach(page::add);
        given.clear();
        pending.forEach(n -> given.add(n.seq()));
    }
}
