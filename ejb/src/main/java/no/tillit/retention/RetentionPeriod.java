package no.tillit.retention;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How long something is kept after its clock has started: whole years, months and days, each at least 0, at most a
 * hundred years in all.
 *
 * <p>A period is over only when all of it has passed. Where the calendar lacks the day (29 February a year on, 31 January a
 * month on), it is over on the first of the next month and never before, so that a later start never ends earlier.
 */
public record RetentionPeriod(int years, int months, int days) {
    /** Nothing: over on the day on which it starts. */
    public static final RetentionPeriod NONE = new RetentionPeriod(0, 0, 0);

    private static final int MOST_YEARS = 100;

    public RetentionPeriod {
        if (years < 0 || months < 0 || days < 0 || years > MOST_YEARS || months > 1_200 || days > 36_525) {
            throw new InvalidInput(
                    "period-out-of-range",
                    "period",
                    "A period has 0 to 100 years, months and days, such as P2Y or P90D.");
        }
    }

    public static RetentionPeriod ofYears(int years) {
        return new RetentionPeriod(years, 0, 0);
    }

    public static RetentionPeriod ofDays(int days) {
        return new RetentionPeriod(0, 0, days);
    }

    /**
     * The period in ISO 8601, such as {@code P2Y}, {@code P18M} or {@code P90D}.
     *
     * @throws InvalidInput when it is no such period
     */
    public static RetentionPeriod parse(@Nullable String text) {
        try {
            Period period = Period.parse(text == null ? "" : text.strip());
            return new RetentionPeriod(period.getYears(), period.getMonths(), period.getDays());
        } catch (DateTimeParseException e) {
            InvalidInput refusal =
                    new InvalidInput("period-malformed", "period", "Write the period as P2Y, P18M or P90D.");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** The first day on which all of it has passed. */
    public LocalDate after(LocalDate start) {
        LocalDate moved = start.plusMonths(12L * years + months);
        boolean lacking = moved.getDayOfMonth() < start.getDayOfMonth();
        return (lacking ? moved.plusDays(1) : moved).plusDays(days);
    }

    /** In ISO 8601. */
    public String iso() {
        return Period.of(years, months, days).toString();
    }
}
