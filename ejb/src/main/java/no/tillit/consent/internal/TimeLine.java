package no.tillit.consent.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMoment;
import no.tillit.consent.ConsentMoment.Kind;
import no.tillit.consent.EndedBy;
import no.tillit.consent.Verdict;
import no.tillit.kernel.Clock;

/** Forms, withdrawals, verdicts and endings in the order in which they were recorded. */
public record TimeLine(
        List<ConsentForm> forms, List<TakenBack> withdrawals, List<Verdict> verdicts, List<RunOut> endings) {
    /** The latest first; items withdrawn together are one moment. */
    public List<ConsentMoment> newestFirst() {
        var together =
                withdrawals.stream().collect(Collectors.groupingBy(TakenBack::at, TreeMap::new, Collectors.toList()));
        return Stream.of(
                        forms.stream().map(ConsentForm::toMoment),
                        together.entrySet().stream().map(e -> withdrawal(e.getKey(), e.getValue())),
                        verdicts.stream().map(TimeLine::verdict),
                        endings.stream().map(TimeLine::ending))
                .flatMap(moments -> moments)
                .sorted(Comparator.comparing(ConsentMoment::at).reversed())
                .toList();
    }

    private static ConsentMoment withdrawal(Instant at, List<TakenBack> items) {
        Set<ConsentItem> withdrawn = new TreeSet<>();
        items.forEach(w -> withdrawn.add(w.item()));
        TakenBack one = items.get(0);
        return new ConsentMoment(
                one.endedBy() == EndedBy.PERSON ? Kind.WITHDRAWN : Kind.REVOKED,
                at,
                one.day(),
                one.by(),
                null,
                Set.of(),
                Set.of(),
                withdrawn,
                one.endedBy(),
                null,
                null);
    }

    private static ConsentMoment verdict(Verdict verdict) {
        Kind kind = verdict.passed() ? Kind.PASSED : verdict.check() == null ? Kind.INVALIDATED : Kind.FAILED;
        return new ConsentMoment(
                kind,
                verdict.at(),
                verdict.at().atZone(Clock.ZONE).toLocalDate(),
                verdict.by(),
                verdict.consent(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                verdict,
                null);
    }

    private static ConsentMoment ending(RunOut ending) {
        return new ConsentMoment(
                Kind.EXPIRED,
                ending.at(),
                ending.lastDay(),
                "system",
                null,
                Set.of(),
                Set.of(),
                Set.of(ending.item()),
                null,
                null,
                null);
    }
}
