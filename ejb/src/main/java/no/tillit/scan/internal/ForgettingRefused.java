package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import no.tillit.access.VisibleRows;
import no.tillit.kernel.Clock;

/** That a file was refused is told for a month: its name may be a person's. */
@ApplicationScoped
public class ForgettingRefused {
    private static final Duration MONTH = Duration.ofDays(30);

    @Inject
    private Alone alone;

    @Inject
    private Scans scans;

    @Inject
    private VisibleRows rows;

    @Inject
    private Clock clock;

    void forget() {
        alone.run(() -> {
            rows.requireEverything();
            scans.refusedBefore(clock.now().minus(MONTH)).forEach(scans::remove);
        });
    }
}
