package no.tillit.consent.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;

/** A form as it counts in a {@link ConsentHistory}. */
public record SignedForm(
        ConsentId id, LocalDate signedOn, Instant capturedAt, String capturedBy, Map<ConsentItem, Answer> answers) {
    public SignedForm {
        answers = Map.copyOf(answers);
    }

    SignedForm answering(Map<ConsentItem, Answer> these) {
        return new SignedForm(id, signedOn, capturedAt, capturedBy, these);
    }

    /** Whether the person answered the item on this form. */
    public boolean decides(ConsentItem item) {
        return answers.containsKey(item);
    }

    /** Whether the person said yes to the item on this form. */
    public boolean gives(ConsentItem item) {
        return answers.getOrDefault(item, Answer.NO).given();
    }

    /** Whether the person said yes on this form to one of those that the general item stands for. */
    public boolean givesOneOf(ConsentItem general) {
        return answers.keySet().stream().anyMatch(item -> item.isIn(general) && gives(item));
    }

    /** The last day of the yes to this item, in a project that ends on this day. */
    LocalDate lastDay(ConsentItem item, LocalDate projectEnds) {
        LocalDate own = answers.getOrDefault(item, Answer.NO).until();
        return own == null || own.isAfter(projectEnds) ? projectEnds : own;
    }
}
