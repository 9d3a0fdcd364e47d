package no.tillit.scan;

import java.time.Instant;
import java.util.UUID;
import no.tillit.consent.ConsentId;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A scanned form in a list.
 *
 * @param reason why it is matched by hand; null otherwise
 * @param version that was printed; null while nobody knows
 * @param number of the form; null when it has none, or nobody knows
 * @param participant whose it is; null while nobody knows
 * @param pages how many pages there are
 * @param overdue whether it has lain unmatched for longer than thirty days
 * @param batch the file it came in; null when that has been dealt with
 * @param consent that was recorded from it; null while none is
 */
public record ScannedFormSummary(
        ScannedFormId id,
        ProjectId project,
        ScannedFormState state,
        @Nullable ByHand reason,
        @Nullable TemplateVersionId version,
        @Nullable FormLanguage language,
        @Nullable String number,
        @Nullable ParticipantId participant,
        @Nullable String pseudonym,
        int pages,
        Instant receivedAt,
        String receivedBy,
        boolean overdue,
        @Nullable UUID batch,
        @Nullable ConsentId consent) {
    /** Whether somebody has to do something with it. */
    public boolean isOpen() {
        return state != ScannedFormState.MATCHED;
    }
}
