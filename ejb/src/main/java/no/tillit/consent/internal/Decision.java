package no.tillit.consent.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.NewConsent;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an item on a form, with how long it holds as it was chosen then.
 *
 * @param counterpart with whom, as the form called them; null for an item that names nobody
 */
@Embeddable
public record Decision(
        @Column(name = "given") boolean given,
        @Column(name = "valid_until") @Nullable LocalDate validUntil,
        @Column(name = "valid_months") @Nullable Integer validMonths,
        @Column(name = "counterpart") @Nullable String counterpart) {
    static Decision of(ConsentItem item, boolean given, NewConsent form) {
        return given
                ? new Decision(true, form.lastDay(item), form.validityOf(item).months(), item.counterpart())
                : new Decision(false, null, null, item.counterpart());
    }

    /** The item that was stored under this name. */
    ConsentItem of(String stored) {
        return ConsentItem.fromStored(stored, counterpart);
    }

    Answer toAnswer() {
        return new Answer(given, validUntil);
    }
}
