package no.tillit.erasure.internal.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.ErasureActor;
import no.tillit.kernel.Clock;
import org.jboss.logging.Logger;

/**
 * A chunk of a part goes kind by kind, each in one transaction. Where one item of it fails, none of them has gone: then each goes in a
 * transaction of its own, the one that fails is recorded as failed, and keeps no other from going.
 */
@Dependent
@Named("eraseItems")
public class EraseItems extends AbstractItemWriter {
    /** Often enough for the lease, and seldom enough that the parts do not wait for each other at the job's row. */
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private static final int TIMES = 3;

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
        List<Numbered> alike = new ArrayList<>();
        for (Object each : items) {
            Numbered item = (Numbered) each;
            if (!alike.isEmpty() && !isAlike(alike.get(0), item)) {
                erase(id, List.copyOf(alike));
                alike.clear();
            }
            alike.add(item);
        }
        if (!alike.isEmpty()) {
            erase(id, alike);
        }
    }

    private static boolean isAlike(Numbered one, Numbered other) {
        return one.order() == other.order()
                && one.item().kind().equals(other.item().kind());
    }

    /** Where the database has ended one of two transactions that waited for each other, it goes again. */
    private static void again(Runnable transaction) {
        for (int left = TIMES; ; left--) {
            try {
                transaction.run();
                return;
            } catch (RuntimeException e) {
                if (left == 1 || !isCollision(e)) {
                    throw e;
                }
                LOG.debugf(e, "A transaction goes again");
            }
        }
    }

    /** A deadlock, or what could not be put in an order (class 40 of SQLSTATE), or a row that another changed first. */
    private static boolean isCollision(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof OptimisticLockException
                    || (e instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith("40"))) {
                return true;
            }
        }
        return false;
    }

    private void erase(DeletionJobId id, List<Numbered> alike) {
        Instant now = clock.now();
        if (Duration.between(said, now).abs().compareTo(OFTEN) >= 0) {
            actor.run(work -> work.stillWorking(id));
            said = now;
        }
        try {
            again(() -> actor.run(work -> work.erase(id, alike)));
        } catch (RuntimeException e) {
            Numbered first = alike.get(0);
            String kind = first.item().kind();
            if (alike.size() > 1) {
                LOG.warnf(e, "Deletion %s: %d items (%s) go one by one, as one fails", id.value(), alike.size(), kind);
                alike.forEach(item -> erase(id, List.of(item)));
            } else {
                LOG.errorf(e, "Deletion %s: item %d (%s) is not erased", id.value(), first.seq(), kind);
                actor.run(work -> work.fail(id, first));
            }
        }
    }
}
