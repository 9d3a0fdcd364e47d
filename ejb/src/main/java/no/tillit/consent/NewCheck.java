package no.tillit.consent;

import org.jspecify.annotations.Nullable;

/**
 * What a second person found on a form.
 *
 * @param reason why it does not count although all four questions are answered with yes, or another reason than the first no;
 *     null otherwise
 * @param overturns that an earlier verdict on the form is to be overturned
 */
public record NewCheck(
        boolean legible,
        boolean complete,
        boolean signed,
        boolean dated,
        @Nullable InvalidReason reason,
        boolean overturns) {
    Verdict.Questions questions() {
        return new Verdict.Questions(legible, complete, signed, dated);
    }

    /** Why the form does not count; null when it does. */
    @Nullable
    InvalidReason verdict() {
        return reason != null ? reason : questions().failure();
    }
}
