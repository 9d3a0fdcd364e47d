package no.tillit.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found about a form: that it counts, or that it does not. The newest speaks from its moment on; what was
 * answered before is not rewritten.
 *
 * @param check what was looked at; null when the form was recorded by mistake, which takes no check
 * @param reason why it does not count; null when it does
 * @param overturns whether it says the opposite of the one before
 */
public record Verdict(
        ConsentId consent,
        Instant at,
        String by,
        @Nullable Questions check,
        @Nullable InvalidReason reason,
        boolean overturns) {
    /** What a second person looks for on a form, and whether it is there. */
    public record Questions(boolean legible, boolean complete, boolean signed, boolean dated) {
        /** Why the form fails, by the first question answered with no; null when all are answered with yes. */
        public @Nullable InvalidReason failure() {
            if (!legible) {
                return InvalidReason.ILLEGIBLE;
            }
            if (!complete) {
                return InvalidReason.INCOMPLETE;
            }
            if (!signed) {
                return InvalidReason.NOT_SIGNED;
            }
            return dated ? null : InvalidReason.NOT_DATED;
        }
    }

    /** Whether the form counts. */
    public boolean passed() {
        return reason == null;
    }
}
