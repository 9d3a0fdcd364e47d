package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Rows;
import org.jboss.logging.Logger;

/**
 * Nothing is erased because a clock is wrong. A deletion that is due by its day, the end of a cooling period and the date on a
 * certificate all rest on what day it is; so while the clock is in doubt nothing is proposed by date, approved, begun or certified.
 * What is blocked stays blocked meanwhile.
 *
 * <p>Three witnesses: this machine's clock, the database's, and the latest moment that any node believed before. After a long
 * standstill only a person knows that the calendar is right: an operator says so ({@code tillit-admin clock confirm}).
 */
@ApplicationScoped
public class ClockTrust {
    /** How far two clocks may be apart, and how far back one may go. */
    static final Duration APART = Duration.ofHours(1);
    /** How far ahead a clock may be of the latest moment believed: longer than a server stands still unattended. */
    static final Duration AHEAD = Duration.ofDays(31);

    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(ClockTrust.class);

    @Inject
    private Rows rows;

    @Inject
    private DatabaseClock database;

    @Inject
    private Clock clock;

    private volatile boolean told;

    /** Whether the clock is believed; a moment that is becomes the latest. */
    public boolean isTrusted() {
        Instant now = clock.now();
        Optional<Instant> seen = rows.one(
                        "SELECT seen_at FROM clock_seen", row -> Optional.ofNullable(Rows.instant(row, "seen_at")))
                .flatMap(at -> at);
        if (isApart(now, database.now(), APART)
                || seen.filter(at -> now.isBefore(at.minus(APART)) || now.isAfter(at.plus(AHEAD)))
                        .isPresent()) {
            tell(now, seen.orElse(now));
            return false;
        }
        if (seen.isEmpty() || now.isAfter(seen.get().plus(OFTEN))) {
            rows.change("""
                    INSERT INTO clock_seen (seen_at) VALUES (?)
                    ON CONFLICT (only_one) DO UPDATE SET seen_at = greatest(clock_seen.seen_at, excluded.seen_at)""", now);
        }
        told = false;
        return true;
    }

    private static boolean isApart(Instant one, Instant other, Duration most) {
        return Duration.between(one, other).abs().compareTo(most) > 0;
    }

    private void tell(Instant now, Instant seen) {
        if (!told) {
            LOG.errorf(
                    "The clock shows %s, and showed %s when it was believed last: nothing is erased until the clock is right"
                            + " again or an operator says that it is (tillit-admin clock)",
                    now, seen);
            told = true;
        }
    }
}
