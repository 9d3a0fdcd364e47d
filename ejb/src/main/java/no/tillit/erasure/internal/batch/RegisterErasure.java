package no.tillit.erasure.internal.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.ErasureActor;
import no.tillit.kernel.ParticipantId;

/** Before anything is destroyed, the erasure register says what is about to be. */
@Dependent
@Named("registerErasure")
public class RegisterErasure extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    @Override
    public String process() {
        var id = new DeletionJobId(UUID.fromString(job));
        actor.run(work -> work.begin(id));
        for (var last = actor.call(work -> work.registerSubjects(id, null)); last != null; ) {
            ParticipantId after = last;
            last = actor.call(work -> work.registerSubjects(id, after));
        }
        for (int last = actor.call(work -> work.registerRecords(id, 0)); last >= 0; ) {
            int after = last;
            last = actor.call(work -> work.registerRecords(id, after));
        }
        return "REGISTERED";
    }
}
