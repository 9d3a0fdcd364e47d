package no.tillit.scan;

import no.tillit.consent.NewConsent;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody read on a scanned form: whose it is, and what it says.
 *
 * @param ours what stands on a form that was printed here; null for another form
 * @param other what stands on a form from elsewhere; null for ours
 */
public record ScanMatch(
        ParticipantId participant,
        @Nullable AnsweredForm ours,
        @Nullable NewConsent other) {
    public ScanMatch {
        if (participant == null) {
            throw new InvalidInput("missing", "participant", "Say whose form this is.");
        }
        if ((ours == null) == (other == null)) {
            throw new InvalidInput("missing", "version", "Say which form this is.");
        }
    }
}
