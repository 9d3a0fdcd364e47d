package no.tillit.consent.template;

import java.time.LocalDate;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How long a yes holds: until a date, or for some months from the day of signing, or, with neither, until the project ends.
 * Never longer than the project.
 *
 * @param until the last day
 * @param months 1 to 240
 */
public record Validity(@Nullable LocalDate until, @Nullable Integer months) {
    /** Until the last day of processing. */
    public static final Validity UNTIL_PROJECT_END = new Validity(null, null);

    /** @throws InvalidInput when it names both a date and a period, or a period out of range */
    public Validity {
        if (until != null && months != null) {
            throw new InvalidInput("validity-twice", "validity", "Name a date or a number of months, not both.");
        }
        if (months != null && (months < 1 || months > 240)) {
            throw new InvalidInput("validity-out-of-range", "validity", "A yes holds for 1 to 240 months.");
        }
    }

    /** The last day on which a yes that was signed on this day holds. */
    public LocalDate lastDay(LocalDate signedOn, LocalDate projectEnds) {
        LocalDate own = until != null
                ? until
                : months != null ? signedOn.plusMonths(months).minusDays(1) : projectEnds;
        return own.isAfter(projectEnds) ? projectEnds : own;
    }
}
