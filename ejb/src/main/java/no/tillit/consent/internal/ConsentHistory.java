package no.tillit.consent.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.Verdict;

/**
 * What a person has agreed to follows from their forms, withdrawals and the verdicts on their forms, and from nothing else.
 *
 * <ol>
 *   <li>The newest form signed on or before the day that decided the item speaks for it; of two signed on one day, the one
 *       recorded last. A form that its newest verdict finds invalid does not speak, unless there is no other.
 *   <li>A withdrawal ends the item in every form signed before it, for use on any day: what was collected before is closed
 *       too. Somebody else's revocation does the same.
 *   <li>A form signed after the withdrawal opens the item again from its own day on, for new data only.
 *   <li>A yes that has run out is over for what was collected under it, too. A yes signed before that day prolongs it.
 *   <li>Nothing is given after the last day of processing.
 * </ol>
 *
 * <p>{@link WhatHeld} tells how things stood; this class, what may be used.
 *
 * @param endsOn the last day of processing
 */
public record ConsentHistory(
        List<SignedForm> forms, List<TakenBack> withdrawals, List<Verdict> verdicts, LocalDate endsOn) {
    static final Comparator<SignedForm> OLDEST_FIRST = Comparator.comparing(SignedForm::signedOn)
            .thenComparing(SignedForm::capturedAt)
            .thenComparing(form -> form.id().value());

    public ConsentHistory {
        forms = forms.stream().sorted(OLDEST_FIRST).toList();
        withdrawals =
                withdrawals.stream().sorted(Comparator.comparing(TakenBack::at)).toList();
        verdicts = verdicts.stream().sorted(Comparator.comparing(Verdict::at)).toList();
    }

    /** What was known before this moment. */
    public ConsentHistory knownBefore(Instant moment) {
        return new ConsentHistory(
                forms.stream().filter(f -> f.capturedAt().isBefore(moment)).toList(),
                withdrawals.stream().filter(w -> w.at().isBefore(moment)).toList(),
                verdicts.stream().filter(v -> v.at().isBefore(moment)).toList(),
                endsOn);
    }

    /** How the item stands today for data from that day; empty when no form signed by then decided it. */
    public Optional<ConsentState> state(ConsentItem item, LocalDate on, LocalDate today) {
        LocalDate used = on.isAfter(today) ? on : today;
        return speaker(item, on).map(form -> {
            ConsentState state = stateOf(form, item, on);
            return state == ConsentState.GIVEN && used.isAfter(lastDay(form, item)) ? ConsentState.EXPIRED : state;
        });
    }

    /** How an item that the form decided stands on the day, whatever other forms say. */
    public ConsentState stateOf(SignedForm form, ConsentItem item, LocalDate on) {
        if (!counts(form)) {
            return ConsentState.INVALIDATED;
        }
        if (!form.gives(item)) {
            return ConsentState.REFUSED;
        }
        return endOf(form, item)
                .map(end -> end.endedBy().state())
                .orElseGet(() -> on.isAfter(form.lastDay(item, endsOn)) ? ConsentState.EXPIRED : ConsentState.GIVEN);
    }

    /** How the item was ended in the form, for the first time. */
    public Optional<TakenBack> endOf(SignedForm form, ConsentItem item) {
        return withdrawals.stream()
                .filter(w -> item.isIn(w.item()) && w.ends(form))
                .findFirst();
    }

    /** The newest verdict on the form; empty while nobody has found anything. */
    public Optional<Verdict> verdictOn(ConsentId form) {
        return verdicts.stream().filter(v -> v.consent().equals(form)).reduce((older, newer) -> newer);
    }

    /** Whether the form counts: it does until a verdict says otherwise. */
    public boolean counts(SignedForm form) {
        return verdictOn(form.id()).map(Verdict::passed).orElse(true);
    }

    /** The form that speaks for the item on the day: the newest that counts, or else the newest that does not. */
    Optional<SignedForm> speaker(ConsentItem item, LocalDate on) {
        List<SignedForm> deciding = forms.stream()
                .filter(form -> form.decides(item) && !form.signedOn().isAfter(on))
                .toList();
        return deciding.stream()
                .filter(this::counts)
                .reduce((older, newer) -> newer)
                .or(() -> deciding.stream().reduce((older, newer) -> newer));
    }

    /** The last day of the form's yes, prolonged by every yes that was signed before it ran out. */
    LocalDate lastDay(SignedForm form, ConsentItem item) {
        LocalDate last = form.lastDay(item, endsOn);
        for (SignedForm other : forms) {
            boolean prolongs = OLDEST_FIRST.compare(other, form) > 0
                    && !other.signedOn().isAfter(last)
                    && other.gives(item)
                    && counts(other)
                    && endOf(other, item).isEmpty();
            if (prolongs && other.lastDay(item, endsOn).isAfter(last)) {
                last = other.lastDay(item, endsOn);
            }
        }
        return last;
    }

    /**
     * The items that some form gives and nothing has ended, whether or not the form counts or has run out: a withdrawal ends
     * those too, so that no later verdict brings them back.
     */
    public Set<ConsentItem> standing() {
        return itemsOf(form -> item -> form.gives(item) && endOf(form, item).isEmpty());
    }

    /** The items that some form decides, whether it counts or not. */
    public Set<ConsentItem> decided() {
        Set<ConsentItem> items = new TreeSet<>();
        forms.forEach(form -> items.addAll(form.answers().keySet()));
        return items;
    }

    /** The item as the person's forms call it: a withdrawal knows an agency by its code alone. */
    public ConsentItem asSigned(ConsentItem item) {
        return forms.stream()
                .flatMap(form -> form.answers().keySet().stream())
                .filter(item::equals)
                .findFirst()
                .orElse(item);
    }

    /** The items that some form gave and a withdrawal has ended, though a newer form may give them again for new data. */
    public Set<ConsentItem> ended() {
        return itemsOf(form -> item -> form.gives(item) && endOf(form, item).isPresent());
    }

    /** The items whose yes has run out before this day by the period the person agreed to, each with its latest last day. */
    public Map<ConsentItem, LocalDate> runOut(LocalDate day) {
        Map<ConsentItem, LocalDate> last = new TreeMap<>();
        for (SignedForm form : forms) {
            for (ConsentItem item : form.answers().keySet()) {
                if (form.gives(item) && counts(form) && endOf(form, item).isEmpty()) {
                    LocalDate ends = lastDay(form, item);
                    if (ends.isBefore(endsOn) && ends.isBefore(day)) {
                        last.merge(item, ends, (a, b) -> a.isAfter(b) ? a : b);
                    }
                }
            }
        }
        return last;
    }

    /** The items for which this form is the one that speaks on the day it was signed and ever after. */
    public Set<ConsentItem> decidedLastBy(SignedForm form) {
        Set<ConsentItem> items = new TreeSet<>();
        form.answers().keySet().stream()
                .filter(item -> forms.stream()
                        .noneMatch(
                                other -> other.decides(item) && counts(other) && OLDEST_FIRST.compare(other, form) > 0))
                .forEach(items::add);
        return items;
    }

    /** How many times something was taken back on this day. */
    public int withdrawalsOn(LocalDate day) {
        return (int) withdrawals.stream()
                .filter(w -> w.day().equals(day))
                .map(TakenBack::at)
                .distinct()
                .count();
    }

    private Set<ConsentItem> itemsOf(java.util.function.Function<SignedForm, Predicate<ConsentItem>> which) {
        Set<ConsentItem> items = new TreeSet<>();
        decided().stream()
                .filter(item ->
                        forms.stream().anyMatch(form -> which.apply(form).test(item)))
                .forEach(items::add);
        return items;
    }
}
