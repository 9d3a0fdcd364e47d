package no.tillit.testing;

import jakarta.batch.api.partition.PartitionPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.tillit.access.Role;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.ErasureActor;
import no.tillit.erasure.internal.batch.EraseItems;
import no.tillit.erasure.internal.batch.ErasureParts;
import no.tillit.erasure.internal.batch.MoreToErase;
import no.tillit.erasure.internal.batch.PendingItems;

/** The step of the batch job that erases: its own artifacts, in parts at once, in the order of the job's description. */
public final class PartsRun {
    /** What the description says. */
    public static final int ITEMS_EACH = 50;

    private static final int MOST = 4;
    private final House house;
    private final int chunk;

    /** How many parts there were, each time. */
    public final List<Integer> parts = new ArrayList<>();

    public PartsRun(House house, DeletionJobId id, int itemsEach, int chunk) {
        this.house = house;
        this.chunk = chunk;
        house.as("system", Role.SYSTEM).holding(ErasureActor.class, new HouseActor(house));
        house.batch.put("job", id.value().toString());
        house.batch.put("itemsEach", Integer.toString(itemsEach));
        house.batch.put("most", Integer.toString(MOST));
    }

    /** Until nothing is left to try; fails when a part does, after the others have ended. */
    public void eraseAll() {
        do {
            eraseNext();
        } while (house.another(MoreToErase.class).process().equals("MORE"));
    }

    /** What is next in order, all parts of it. */
    public void eraseNext() {
        house.as("system", Role.SYSTEM);
        PartitionPlan plan = house.another(ErasureParts.class).mapPartitions();
        parts.add(plan.getPartitions());
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, plan.getThreads()));
        try {
            List<Callable<Boolean>> all = Arrays.stream(plan.getPartitionProperties())
                    .map(properties -> {
                        properties
                                .stringPropertyNames()
                                .forEach(name -> house.batch.put(name, properties.getProperty(name)));
                        return part(house.another(PendingItems.class), house.another(EraseItems.class));
                    })
                    .toList();
            for (Future<Boolean> part : threads.invokeAll(all)) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Boolean> part(PendingItems left, EraseItems erasing) {
        return () -> {
            house.as("system", Role.SYSTEM);
            List<Object> some = new ArrayList<>();
            for (Object item = left.readItem(); item != null; item = left.readItem()) {
                some.add(item);
                if (some.size() == chunk) {
                    erasing.writeItems(some);
                    some.clear();
                }
            }
            erasing.writeItems(some);
            return true;
        };
    }
}
