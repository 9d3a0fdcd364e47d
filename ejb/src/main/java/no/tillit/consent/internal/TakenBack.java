package no.tillit.consent.internal;

import java.time.Instant;
import java.time.LocalDate;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.EndedBy;
import no.tillit.kernel.Clock;

/**
 * An item was ended at this moment, by the person or by somebody else.
 *
 * @param by who recorded it
 */
public record TakenBack(ConsentItem item, Instant at, String by, EndedBy endedBy) {
    /** The same, of this item. */
    TakenBack of(ConsentItem named) {
        return new TakenBack(named, at, by, endedBy);
    }

    /** The day of the withdrawal, in Norway. */
    public LocalDate day() {
        return at.atZone(Clock.ZONE).toLocalDate();
    }

    /**
     * Whether it ends what the form gave. It does for every form signed before its day, however late the form was
     * recorded, and for a form of its own day unless that was recorded afterwards.
     */
    boolean ends(SignedForm form) {
        return form.signedOn().isBefore(day()) || !form.capturedAt().isAfter(at);
    }
}
