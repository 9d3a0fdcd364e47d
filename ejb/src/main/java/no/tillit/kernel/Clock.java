package no.tillit.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The one source of time: a day begins and ends in Norway.
 *
 * <p>Tests construct it over a {@link java.time.Clock} of their own.
 */
@ApplicationScoped
public class Clock {
    /** The zone in which consents, approvals and deadlines count their days. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private final java.time.Clock source;

    public Clock() {
        this(java.time.Clock.system(ZONE));
    }

    public Clock(java.time.Clock source) {
        this.source = source.withZone(ZONE);
    }

    /** This moment, in microseconds, which is what the database keeps. */
    public Instant now() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** This day in Norway. */
    public LocalDate today() {
        return LocalDate.now(source);
    }
}
