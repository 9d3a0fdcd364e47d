package no.tillit.audit.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import no.tillit.audit.HistoryBroken;
import no.tillit.audit.SealingLog;
import no.tillit.kernel.StartUp;
import org.jboss.logging.Logger;

/**
 * Places what is new every other second and signs it every hour, on every node. Open to the container's timer alone: it has
 * no public method.
 */
@Startup
@Singleton
@PermitAll
@DependsOn("OpeningKeyStore")
@RunAs("system")
@TransactionManagement(TransactionManagementType.BEAN)
public class SealingWatch {
    private static final Logger LOG = Logger.getLogger(SealingWatch.class);

    @Inject
    private SealingLog log;

    @Inject
    private CheckpointFolder folder;

    /** A folder that is not configured or not to be written stops the start. */
    @PostConstruct
    void open() {
        try {
            folder.keepKey();
        } catch (RuntimeException e) {
            StartUp.refused(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void place() {
        try {
            log.place();
        } catch (RuntimeException e) {
            LOG.error("Entries of the audit log could not be placed; they are with the next round", e);
        }
    }

    @Schedule(hour = "*", minute = "0", second = "30", persistent = false)
    void seal() {
        try {
            log.seal();
        } catch (HistoryBroken e) {
            LOG.error("The hourly checkpoint of the audit log was not signed");
        } catch (RuntimeException e) {
            LOG.error("The hourly checkpoint of the audit log was not signed", e);
        }
    }
}
