package no.tillit.erasure.internal.batch;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;
import no.tillit.access.Role;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.ErasureActor;
import no.tillit.erasure.internal.ThisNode;
import org.jboss.logging.Logger;

/**
 * Every approved deletion is started as soon as a node has room, and every one whose node has fallen silent is started again, by exactly one node.
 * Open to the timer and the start-up, which have no caller.
 */
@Stateless
@PermitAll
@RunAs(Role.Names.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StartingErasure {
    private static final Logger LOG = Logger.getLogger(StartingErasure.class);

    @Inject
    private ErasureActor actor;

    @Inject
    private ThisNode node;

    /** Starts what waits, in another thread. */
    @Asynchronous
    public void startSoon() {
        startWaiting();
    }

    /** Starts what waits. */
    public void startWaiting() {
        List<DeletionJobId> waiting = actor.call(work -> work.abandoned());
        for (DeletionJobId id : waiting) {
            if (!actor.call(work -> work.hasRoom())) {
                return;
            }
            if (node.begins(id)) {
                claim(id);
            }
        }
    }

    private void claim(DeletionJobId id) {
        boolean started = false;
        try {
            if (actor.call(work -> work.claim(id))) {
                start(id);
                started = true;
            }
        } finally {
            if (!started) {
                node.ended(id);
            }
        }
    }

    private void start(DeletionJobId id) {
        Properties parameters = new Properties();
        parameters.setProperty("job", id.value().toString());
        // The step of erasing comes once for each of the steps in order (JBeret's org.jberet.spi.PropertyKey).
        parameters.setProperty("jberet.loop.allowed", "true");
        long execution = BatchRuntime.getJobOperator().start("erasure", parameters);
        LOG.infof("Deletion %s is being carried out, batch execution %d", id.value(), execution);
    }
}
