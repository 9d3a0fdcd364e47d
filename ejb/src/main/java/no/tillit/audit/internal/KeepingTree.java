package no.tillit.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import no.tillit.audit.SealedCheckpoint;
import no.tillit.kernel.Clock;
import no.tillit.verifier.RestoreStatement;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;

/** Places and signatures, each step in a transaction of its own under the lock of all nodes. */
@ApplicationScoped
public class KeepingTree {
    private static final int BATCH = 20_000;
    private static final int BATCHES = 10;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CheckpointFolder folder;

    @Inject
    private LogName name;

    @Inject
    private Clock clock;

    /**
     * Gives entries that wait their place, unless another node is doing so.
     *
     * @return whether others may be waiting still
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean placeUnlessOthersDo() {
        return withConnection(connection -> {
            Sequencing sequencing = new Sequencing(connection, BATCH);
            return sequencing.tryLock() && sequencing.placeAll(BATCHES, clock.now());
        });
    }

    /** As {@link #placeUnlessOthersDo}, but waits for the other node first. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean place() {
        return withConnection(connection -> {
            Sequencing sequencing = new Sequencing(connection, BATCH);
            sequencing.lock();
            return sequencing.placeAll(BATCHES, clock.now());
        });
    }

    /** As {@link Sealing#seal}. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<SealedCheckpoint> seal() {
        return withConnection(connection -> {
            new Sequencing(connection, BATCH).lock();
            return new Sealing(connection, folder, name).seal(clock.now());
        });
    }

    /** As {@link Sealing#acknowledge}. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<RestoreStatement> acknowledgeRestore() {
        return withConnection(connection -> {
            new Sequencing(connection, BATCH).lock();
            return new Sealing(connection, folder, name).acknowledge(clock.now());
        });
    }

    private <T> T withConnection(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
