package no.tillit.erasure.internal.batch;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;
import no.tillit.access.Role;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Rows;

/**
 * What the batch repository knows of a run is for looking into a failure, and holds nothing but the deletion's id; after a month it
 * goes. How far a deletion has come stands in its own tables. Open to the container's timer alone: it has no public method.
 */
@Singleton
@PermitAll
@RunAs(Role.Names.SYSTEM)
public class ForgettingRuns {
    private static final Duration MEMORY = Duration.ofDays(30);

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** Running on several nodes at once does no harm; steps and parts go with their run. */
    @Schedule(hour = "4", minute = "23", persistent = false)
    void forget() {
        forget(rows, clock);
    }

    static void forget(Rows rows, Clock clock) {
        rows.change("""
                DELETE FROM job_instance i WHERE EXISTS (SELECT 1 FROM job_execution e WHERE e.jobinstanceid = i.jobinstanceid)
                AND NOT EXISTS (SELECT 1 FROM job_execution e WHERE e.jobinstanceid = i.jobinstanceid
                    AND coalesce(e.lastupdatedtime, e.createtime) >= ?)""", clock.now().minus(MEMORY));
    }
}
