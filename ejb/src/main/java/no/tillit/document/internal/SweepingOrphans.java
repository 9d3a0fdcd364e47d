package no.tillit.document.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import no.tillit.access.Role;
import no.tillit.storage.SweepingBlobs;

/**
 * What a crash left half-way goes a day later, once for all nodes: the one that holds the database's lock sweeps, and asks
 * about each blob while it holds it.
 */
@Singleton
@RunAs(Role.Names.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SweepingOrphans {
    /** Longer than any upload lasts. */
    static final Duration GRACE = Duration.ofHours(24);

    @Inject
    private SweepingBlobs sweeping;

    @Inject
    private SweepLock lock;

    @Inject
    private Documents documents;

    /** By night, when little comes in. */
    @Schedule(hour = "3", minute = "40", persistent = false)
    public void sweep() {
        lock.runAlone(() -> sweeping.sweep(GRACE, documents::isBlobKnown));
    }
}
