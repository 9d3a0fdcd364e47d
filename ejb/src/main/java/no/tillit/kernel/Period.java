package no.tillit.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days from {@code from} up to and including {@code to}; without {@code to} it does not end. */
public record Period(LocalDate from, @Nullable LocalDate to) {
    public Period {
        if (to != null && to.isBefore(from)) {
            throw new InvalidInput("dates-reversed", "to", "The end date lies before the start date.");
        }
    }

    /** Whether {@code day} lies within, first and last day included. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
