package no.tillit.participant.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import no.tillit.erasure.ErasureDecided;
import no.tillit.kernel.Clock;
import no.tillit.participant.BlockReason;

/**
 * Whose deletion is approved is blocked in the same transaction: nothing of them is read any more, and what is on the list
 * does not grow. Whom archive law keeps stays blocked when all else is gone (O-21, O-22).
 */
@ApplicationScoped
public class BlockingForErasure {
    @Inject
    private ParticipantRecords participants;

    @Inject
    private Clock clock;

    /** Waits for what is being added about them; what comes after is refused. */
    public void onDecision(@Observes ErasureDecided decided) {
        participants.block(decided.project(), decided.participant(), BlockReason.ERASURE_DECIDED, clock.now());
    }
}
