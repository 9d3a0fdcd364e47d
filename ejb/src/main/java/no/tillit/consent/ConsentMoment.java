package no.tillit.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A point on the time line of a person's consents.
 *
 * @param at when it was recorded
 * @param day the day it counts from: of signing, or of the withdrawal
 * @param consent the form that was recorded; null for a withdrawal, which ends every form signed before it
 */
public record ConsentMoment(
        Instant at,
        LocalDate day,
        String by,
        @Nullable ConsentId consent,
        Set<ConsentItem> given,
        Set<ConsentItem> refused,
        Set<ConsentItem> withdrawn) {
    public ConsentMoment {
        given = Set.copyOf(given);
        refused = Set.copyOf(refused);
        withdrawn = Set.copyOf(withdrawn);
    }
}
