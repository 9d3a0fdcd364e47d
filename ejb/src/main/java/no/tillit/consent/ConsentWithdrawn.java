package no.tillit.consent;

import java.time.Instant;
import java.util.Set;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A person took back what they had agreed to (GDPR Art 7(3), O-06). Observe it in the same transaction: data that rests on
 * these items is closed together with the withdrawal, or neither is.
 *
 * @param consentId the form through which it was withdrawn; null when the person withdrew without naming one
 * @param items those that stood open until now and rested on consent
 * @param whole nothing is left that the person's data may rest on; the participant is blocked already
 * @param by who recorded it
 */
public record ConsentWithdrawn(
        ProjectId project,
        ParticipantId participant,
        @Nullable ConsentId consentId,
        Set<ConsentItem> items,
        boolean whole,
        Instant at,
        String by) {
    public ConsentWithdrawn {
        items = Set.copyOf(items);
    }
}
