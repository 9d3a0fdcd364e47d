package no.tillit.api.base;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A day in a query is written year-month-day. */
public final class Days {
    private Days() {}

    /**
     * The day.
     *
     * @param field the parameter that holds it, for the refusal
     * @return null when the parameter is left out
     * @throws InvalidInput when it is no day
     */
    public static @Nullable LocalDate of(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            InvalidInput refusal =
                    new InvalidInput("date-malformed", field, "Write the date as year-month-day, such as 2026-11-22.");
            refusal.initCause(malformed);
            throw refusal;
        }
    }
}
