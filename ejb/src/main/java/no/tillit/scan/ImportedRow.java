package no.tillit.scan;

import no.tillit.consent.ConsentId;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a list of consents.
 *
 * @param line in the file, from 1, the heading included
 * @param pseudonym as the row has it
 * @param refusal the code of what stands in its way; null when nothing does
 * @param message the same in an English sentence, without personal data
 * @param consent that was recorded, or had been; null when none was, and in a rehearsal
 */
public record ImportedRow(
        int line,
        String pseudonym,
        Outcome outcome,
        @Nullable String refusal,
        @Nullable String message,
        @Nullable ConsentId consent) {
    /** How it went. */
    public enum Outcome {
        /** A rehearsal found nothing in its way. */
        READY,
        /** The consent is recorded, with its scan when the row names one. */
        RECORDED,
        /** It had been recorded before: nothing was changed. */
        ALREADY_THERE,
        /** The consent is recorded, but its scan could not be attached: run the import again. */
        SCAN_NOT_ATTACHED,
        /** It is refused; nothing of it is kept. */
        REFUSED
    }
}
