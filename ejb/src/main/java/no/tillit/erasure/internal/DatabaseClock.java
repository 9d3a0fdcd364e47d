package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import no.tillit.kernel.Rows;

/** What time it is by the clock of the database, which all nodes share and which often is another machine's. */
@ApplicationScoped
public class DatabaseClock {
    @Inject
    private Rows rows;

    /** This moment, in the caller's transaction. */
    public Instant now() {
        return rows.one("SELECT clock_timestamp() AS at", row -> Objects.requireNonNull(Rows.instant(row, "at")))
                .orElseThrow();
    }
}
