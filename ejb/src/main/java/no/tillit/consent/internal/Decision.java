package no.tillit.consent.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import no.tillit.consent.template.Validity;
import org.jspecify.annotations.Nullable;

/** What was decided about an item on a form, with how long it holds as it was chosen then. */
@Embeddable
public record Decision(
        @Column(name = "given") boolean given,
        @Column(name = "valid_until") @Nullable LocalDate validUntil,
        @Column(name = "valid_months") @Nullable Integer validMonths) {
    static Decision of(boolean given, @Nullable LocalDate lastDay, Validity chosen) {
        return given ? new Decision(true, lastDay, chosen.months()) : new Decision(false, null, null);
    }

    Answer toAnswer() {
        return new Answer(given, validUntil);
    }
}
