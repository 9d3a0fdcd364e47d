package no.tillit.consent.internal;

import java.time.Instant;
import java.time.LocalDate;
import no.tillit.consent.ConsentItem;

/** A yes ran out after its last day, and what rested on it was closed at this moment. */
public record RunOut(ConsentItem item, LocalDate lastDay, Instant at) {
    /** The same, of this item. */
    public RunOut of(ConsentItem named) {
        return new RunOut(named, lastDay, at);
    }
}
