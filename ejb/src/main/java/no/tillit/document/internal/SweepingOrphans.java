package no.tillit.document.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import no.tillit.access.Role;
import no.tillit.storage.SweepingBlobs;

/**
 * What a crash left half-way goes a day later, once for all nodes: the one that holds the database's lock sweeps, and asks
 * about each blob while it holds it. The transaction may last as long as it takes to look at every blob.
 */
@Singleton
@RunAs(Role.Names.SYSTEM)
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class SweepingOrphans {
    /** Longer than any upload lasts. */
    static final Duration GRACE = Duration.ofHours(24);

    private static final Duration LONGEST = Duration.ofHours(5);

    @Resource
    private UserTransaction transaction;

    @Inject
    private SweepingBlobs sweeping;

    @Inject
    private SweepLock lock;

    @Inject
    private Documents documents;

    /** Four times a day, so that a server which is off at night sweeps too. */
    @Schedule(hour = "3,9,15,21", minute = "40", persistent = false)
    public void sweep()
            throws NotSupportedException, SystemException, RollbackException, HeuristicMixedException,
                    HeuristicRollbackException {
        transaction.setTransactionTimeout((int) LONGEST.toSeconds());
        transaction.begin();
        try {
            lock.runAlone(() -> sweeping.sweep(GRACE, documents::isBlobKnown));
        } catch (RuntimeException failure) {
            transaction.setRollbackOnly();
            throw failure;
        } finally {
            end();
        }
    }

    private void end() throws SystemException, RollbackException, HeuristicMixedException, HeuristicRollbackException {
        if (transaction.getStatus() == jakarta.transaction.Status.STATUS_ACTIVE) {
            transaction.commit();
        } else {
            transaction.rollback();
        }
    }
}
