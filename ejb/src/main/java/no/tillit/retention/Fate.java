package no.tillit.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a record, when and why: the answer that stands on the record's own page (O-21).
 *
 * @param decision {@code DISPOSE}, {@code PRESERVE}, or {@code RETAIN} when nothing ends it yet
 * @param reason why
 * @param dueOn the first day on which it has to go; null unless it is disposed of
 * @param schedule the schedule that decided; null when a rule did
 * @param reviewOn the first day on which somebody has to look at it, when that comes first; null otherwise
 * @param review the schedule that asks for that; null when none does
 * @param heldSince since when a hold suspends all of this; null when none does
 */
public record Fate(
        String decision,
        RetentionReason reason,
        @Nullable LocalDate dueOn,
        @Nullable Schedule schedule,
        @Nullable LocalDate reviewOn,
        @Nullable Schedule review,
        @Nullable LocalDate heldSince) {
    /** Whether no deletion takes it. */
    public boolean isPreserved() {
        return "PRESERVE".equals(decision);
    }

    /** The law or decision it rests on, in citation form. */
    public String authority() {
        return schedule == null ? reason.authority() : schedule.authority();
    }
}
