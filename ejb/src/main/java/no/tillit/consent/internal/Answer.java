package no.tillit.consent.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a form says about an item.
 *
 * @param until the last day of a yes; null when only the project's end limits it
 */
public record Answer(boolean given, @Nullable LocalDate until) {
    /** No. */
    public static final Answer NO = new Answer(false, null);

    /** Yes, until the project's end. */
    public static final Answer YES = new Answer(true, null);

    /** Yes, until this day. */
    public static Answer yesUntil(LocalDate day) {
        return new Answer(true, day);
    }
}
