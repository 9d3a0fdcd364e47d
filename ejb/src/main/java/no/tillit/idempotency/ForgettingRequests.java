package no.tillit.idempotency;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import no.tillit.kernel.Clock;

/** A key is remembered for a day, which is longer than any client keeps trying. Open only to the container's timer. */
@Singleton
@PermitAll
public class ForgettingRequests {
    private static final Duration MEMORY = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Removes what is older than a day; running on several nodes at once does no harm. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        entities.createNativeQuery("DELETE FROM idempotency_key WHERE created_at < :limit")
                .setParameter("limit", clock.now().minus(MEMORY))
                .executeUpdate();
    }
}
