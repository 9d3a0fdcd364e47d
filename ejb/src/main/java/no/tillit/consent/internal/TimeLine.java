package no.tillit.consent.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMoment;

/** Forms and withdrawals in the order in which they were recorded. */
public record TimeLine(List<ConsentForm> forms, List<TakenBack> withdrawals) {
    /** The latest first; items withdrawn together are one moment. */
    public List<ConsentMoment> newestFirst() {
        var together =
                withdrawals.stream().collect(Collectors.groupingBy(TakenBack::at, TreeMap::new, Collectors.toList()));
        return Stream.concat(
                        forms.stream().map(ConsentForm::toMoment),
                        together.entrySet().stream().map(e -> withdrawal(e.getKey(), e.getValue())))
                .sorted(Comparator.comparing(ConsentMoment::at).reversed())
                .toList();
    }

    private static ConsentMoment withdrawal(Instant at, List<TakenBack> items) {
        Set<ConsentItem> withdrawn = EnumSet.noneOf(ConsentItem.class);
        items.forEach(w -> withdrawn.add(w.item()));
        TakenBack one = items.get(0);
        return new ConsentMoment(at, one.day(), one.by(), null, Set.of(), Set.of(), withdrawn);
    }
}
