package no.tillit.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a person had agreed to has ended: they took it back (GDPR Art 7(3), O-06), somebody entitled to it revoked it, or its
 * period ran out. Observe it in the same transaction: data that rests on these items is closed together with the end, or
 * neither is.
 *
 * @param consentId the form through which it was withdrawn; null when the person withdrew without naming one
 * @param items those that stood open until now and rested on consent
 * @param whole nothing is left that the person's data may rest on; the participant is blocked already
 * @param how {@code WITHDRAWN}, {@code REVOKED} or {@code EXPIRED}
 * @param upTo data from this day or earlier is closed; what is newer rests on a newer consent
 * @param by who recorded it
 */
public record ConsentWithdrawn(
        ProjectId project,
        ParticipantId participant,
        @Nullable ConsentId consentId,
        Set<ConsentItem> items,
        boolean whole,
        ConsentState how,
        LocalDate upTo,
        Instant at,
        String by) {
    public ConsentWithdrawn {
        items = Set.copyOf(items);
    }
}
