package no.tillit.project;

import java.time.LocalDate;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The last day of processing as somebody wants it.
 *
 * @param notification the reference of the change notification, which a later day needs; null for an earlier one
 * @param assessedOn the day on which it was assessed; null for an earlier day
 */
public record NewEnd(
        LocalDate endsOn,
        @Nullable String notification,
        @Nullable LocalDate assessedOn) {
    /** @throws InvalidInput when the day is missing or the reference too long */
    @SuppressWarnings("NullAway")
    public NewEnd {
        if (endsOn == null) {
            throw new InvalidInput("missing", "endsOn", "Fill in this field.");
        }
        notification = PlainText.optional("notification", notification, 40);
    }
}
