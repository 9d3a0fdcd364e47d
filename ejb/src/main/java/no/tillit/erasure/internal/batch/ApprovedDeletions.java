package no.tillit.erasure.internal.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import no.tillit.erasure.DeletionApproved;

/** An approval that has committed starts the job at once; should this be missed, {@link ErasureWatch} finds it. */
@ApplicationScoped
public class ApprovedDeletions {
    @Inject
    private StartingErasure starting;

    void onApproval(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeletionApproved approval) {
        starting.startSoon();
    }
}
