package no.tillit.scan.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import no.tillit.access.Role;
import org.jboss.ejb3.annotation.RunAsPrincipal;
import org.jboss.logging.Logger;

/**
 * On every node, again two seconds after it has done all there was: files that wait are read, each by one node, and what another
 * left behind is gone on with. Open to the container's timer alone: it has no public method.
 */
@Startup
@Singleton
@PermitAll
@RunAs(Role.Names.SYSTEM)
@RunAsPrincipal(Role.Names.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class ScanWatch {
    private static final Logger LOG = Logger.getLogger(ScanWatch.class);
    private static final long PAUSE = 2_000;

    @Resource
    private TimerService timers;

    @Inject
    private ReadingBatches reading;

    @Inject
    private LookingForDates lookingForDates;

    @Inject
    private ForgettingRefused forgetting;

    @PostConstruct
    void watch() {
        timers.createSingleActionTimer(PAUSE, new TimerConfig(null, false));
    }

    @Timeout
    void readWaiting() {
        try {
            reading.readWaiting();
            lookingForDates.look();
        } catch (RuntimeException e) {
            LOG.error("Scans could not be read; it is tried again", e);
        } finally {
            watch();
        }
    }

    @Schedule(hour = "2", minute = "45", timezone = "Europe/Oslo", persistent = false)
    void forgetRefused() {
        forgetting.forget();
    }
}
