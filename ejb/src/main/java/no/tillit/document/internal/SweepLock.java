package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Of all nodes on one database, one sweeps at a time. */
@ApplicationScoped
public class SweepLock {
    /** Any number that no other lock of the application has. */
    private static final long NUMBER = 7_405_801_003L;

    @PersistenceContext
    private EntityManager entities;

    /**
     * Runs the work unless another node is at it; the lock ends with the transaction. A row that would be hidden from it is
     * an error in this transaction, not an absence: what is thought unknown is removed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void runAlone(Runnable work) {
        Object alone = entities.createNativeQuery("SELECT pg_try_advisory_xact_lock(:number)", Boolean.class)
                .setParameter("number", NUMBER)
                .getSingleResult();
        entities.createNativeQuery("SET LOCAL row_security = off").executeUpdate();
        if (Boolean.TRUE.equals(alone)) {
            work.run();
        }
    }
}
