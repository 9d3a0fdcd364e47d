package no.tillit.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person does by hand, and confirms, before a deletion is complete.
 *
 * @param place where it is, such as a cabinet and a room; null for those who only see that there is a step
 * @param doneOn the day on which it was done; null while it is not confirmed
 * @param confirmedBy user name of who confirmed it
 */
public record ManualStep(
        UUID id,
        ManualKind kind,
        @Nullable String place,
        String addedBy,
        Instant addedAt,
        @Nullable LocalDate doneOn,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {
    public boolean isDone() {
        return doneOn != null;
    }
}
