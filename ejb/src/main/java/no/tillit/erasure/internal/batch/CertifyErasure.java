package no.tillit.erasure.internal.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.ErasureActor;
import no.tillit.erasure.internal.LogEvidence;

/** Destroys the key of a project that has ended, when nothing else is left of it, and files the certificate. */
@Dependent
@Named("certifyErasure")
public class CertifyErasure extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String job;

    @Inject
    private ErasureActor actor;

    @Override
    public String process() {
        var id = new DeletionJobId(UUID.fromString(job));
        if (actor.end(work -> work.awaitsHands(id))) {
            return "AWAITING_HANDS";
        }
        if (actor.end(work -> work.registerProjectKey(id))) {
            actor.end(work -> {
                work.destroyProjectKey(id);
                return id;
            });
        }
        long entry = actor.end(work -> work.recordVerified(id));
        LogEvidence.Entry verified = actor.end(work -> work.evidence(entry));
        actor.end(work -> {
            work.certify(id, verified);
            return "done";
        });
        return "CERTIFIED";
    }
}
