package no.tillit.erasure.internal.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.DeletionItems.Part;
import no.tillit.erasure.internal.ErasureActor;

/**
 * What goes at once: the items of one step in order, in as many parts as they are worth. All of them have ended before the next step
 * in order is looked at, so no part touches what another's item hangs on.
 */
@Dependent
@Named("erasureParts")
public class ErasureParts implements PartitionMapper {
    @Inject
    @BatchProperty
    private String job;

    @Inject
    @BatchProperty
    private String itemsEach;

    @Inject
    @BatchProperty
    private String most;

    @Inject
    private ErasureActor actor;

    @Override
    public PartitionPlan mapPartitions() {
        var id = new DeletionJobId(UUID.fromString(job));
        List<Part> parts = actor.call(work -> work.parts(id, Integer.parseInt(itemsEach), Integer.parseInt(most)));
        PartitionPlan plan = new PartitionPlanImpl();
        plan.setPartitions(parts.size());
        plan.setThreads(parts.size());
        plan.setPartitionProperties(parts.stream().map(ErasureParts::properties).toArray(Properties[]::new));
        return plan;
    }

    private static Properties properties(Part part) {
        Properties properties = new Properties();
        properties.setProperty("order", Integer.toString(part.order()));
        properties.setProperty("from", Integer.toString(part.from()));
        properties.setProperty("to", Integer.toString(part.to()));
        return properties;
    }
}
