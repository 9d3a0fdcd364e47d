package no.tillit.consent.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;

/** A form as it counts in a {@link ConsentHistory}. */
public record SignedForm(ConsentId id, LocalDate signedOn, Instant capturedAt, Map<ConsentItem, Boolean> decisions) {
    public SignedForm {
        decisions = Map.copyOf(decisions);
    }

    /** Whether the person answered the item on this form. */
    public boolean decides(ConsentItem item) {
        return decisions.containsKey(item);
    }

    /** Whether the person said yes to the item on this form. */
    public boolean gives(ConsentItem item) {
        return decisions.getOrDefault(item, false);
    }
}
