package no.tillit.scan.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import no.tillit.access.Role;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/**
 * Every two seconds, on every node: files that wait are read, each by one node, and what another left behind is gone on with.
 * Open to the container's timer alone: it has no public method.
 */
@Singleton
@PermitAll
@RunAs(Role.Names.SYSTEM)
@RunAsPrincipal(Role.Names.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class ScanWatch {
    @Inject
    private ReadingBatches reading;

    @Inject
    private LookingForDates lookingForDates;

    @Inject
    private ForgettingRefused forgetting;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void readWaiting() {
        reading.readWaiting();
        lookingForDates.look();
    }

    @Schedule(hour = "2", minute = "45", timezone = "Europe/Oslo", persistent = false)
    void forgetRefused() {
        forgetting.forget();
    }
}
