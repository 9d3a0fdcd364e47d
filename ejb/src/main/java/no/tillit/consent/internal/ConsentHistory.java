package no.tillit.consent.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;

/**
 * What a person has agreed to on a day follows from their forms and withdrawals, and from nothing else.
 *
 * <ol>
 *   <li>The newest form signed on or before the day that decided the item speaks for it; of two signed on one day, the one
 *       recorded last.
 *   <li>A withdrawal ends the item in every form signed before it, for any day: what was collected before is closed too.
 *   <li>A form signed after the withdrawal opens the item again from its own day on, for new data only.
 *   <li>Nothing is given after the last day of processing.
 * </ol>
 *
 * @param endsOn the last day of processing
 */
public record ConsentHistory(List<SignedForm> forms, List<TakenBack> withdrawals, LocalDate endsOn) {
    private static final Comparator<SignedForm> OLDEST_FIRST = Comparator.comparing(SignedForm::signedOn)
            .thenComparing(SignedForm::capturedAt)
            .thenComparing(form -> form.id().value());

    public ConsentHistory {
        forms = forms.stream().sorted(OLDEST_FIRST).toList();
        withdrawals = List.copyOf(withdrawals);
    }

    /** How the item stands on the day; empty when no form signed by then decided it. */
    public Optional<ConsentState> state(ConsentItem item, LocalDate on) {
        return forms.stream()
                .filter(form -> form.decides(item) && !form.signedOn().isAfter(on))
                .reduce((older, newer) -> newer)
                .map(form -> stateOf(form, item, on));
    }

    /** How an item that the form decided stands on the day, whatever other forms say. */
    public ConsentState stateOf(SignedForm form, ConsentItem item, LocalDate on) {
        if (!form.gives(item)) {
            return ConsentState.REFUSED;
        }
        if (endOf(form, item).isPresent()) {
            return ConsentState.WITHDRAWN;
        }
        return on.isAfter(endsOn) ? ConsentState.EXPIRED : ConsentState.GIVEN;
    }

    /** When the item was taken back from the form, for the first time. */
    public Optional<Instant> endOf(SignedForm form, ConsentItem item) {
        return withdrawals.stream()
                .filter(w -> w.item() == item && w.ends(form))
                .map(TakenBack::at)
                .min(Comparator.naturalOrder());
    }

    /** The items that some form gives and no withdrawal has ended, though a newer form may say no. */
    public Set<ConsentItem> standing() {
        Set<ConsentItem> standing = EnumSet.noneOf(ConsentItem.class);
        Arrays.stream(ConsentItem.values())
                .filter(item -> forms.stream()
                        .anyMatch(form -> form.gives(item) && endOf(form, item).isEmpty()))
                .forEach(standing::add);
        return standing;
    }

    /** The items that some form gave and a withdrawal has ended, though a newer form may give them again for new data. */
    public Set<ConsentItem> ended() {
        Set<ConsentItem> ended = EnumSet.noneOf(ConsentItem.class);
        Arrays.stream(ConsentItem.values())
                .filter(item -> forms.stream()
                        .anyMatch(form -> form.gives(item) && endOf(form, item).isPresent()))
                .forEach(ended::add);
        return ended;
    }

    /** The items for which this form is the one that speaks on the day it was signed and ever after. */
    public Set<ConsentItem> decidedLastBy(SignedForm form) {
        Set<ConsentItem> items = EnumSet.noneOf(ConsentItem.class);
        form.decisions().keySet().stream()
                .filter(item ->
                        forms.stream().noneMatch(other -> other.decides(item) && OLDEST_FIRST.compare(other, form) > 0))
                .forEach(items::add);
        return items;
    }

    /** How many times the person took something back on this day. */
    public int withdrawalsOn(LocalDate day) {
        return (int) withdrawals.stream()
                .filter(w -> w.day().equals(day))
                .map(TakenBack::at)
                .distinct()
                .count();
    }
}
