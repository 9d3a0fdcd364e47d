package no.tillit.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.tillit.retention.RetentionDecision.Dispose;
import no.tillit.retention.RetentionDecision.Hold;
import no.tillit.retention.RetentionDecision.Preserve;
import no.tillit.retention.RetentionDecision.Retain;
import no.tillit.retention.RetentionDecision.Review;

/**
 * The rules of retention: each is a named function of a record's facts and a day, and nothing else. A project's schedules are
 * among the facts; the rules say what they mean.
 *
 * <p>A rule that does not apply says nothing. Where several speak, the strongest decision stands: a hold before
 * preservation, preservation before disposal, disposal before review, review before retention. Of two reasons to dispose the
 * earlier one stands, since that is the day from which the record was kept without right: no schedule keeps anything beyond
 * the approval. When no rule speaks, the record stays.
 *
 * <p>To add a rule, write one function here and list it in {@link #inForce()}.
 */
public final class RetentionRules {
    /** One line of the schedule. Pure: the same facts on the same day always give the same answer. */
    @FunctionalInterface
    public interface Rule {
        /** What the rule says about a record with these facts on this day; empty when it has nothing to say. */
        Optional<RetentionDecision> apply(RetentionFacts facts, LocalDate day);
    }

    private static final Comparator<RetentionDecision> STRONGEST_THEN_EARLIEST = Comparator.comparingInt(
                    RetentionDecision::strength)
            .reversed()
            .thenComparing(RetentionDecision::date)
            .thenComparing(RetentionDecision::reason);

    /** Later than anything that a rule waits for. */
    private static final LocalDate END_OF_TIME = LocalDate.of(99_999, 12, 31);

    private RetentionRules() {}

    /** The rules that apply today. */
    public static List<Rule> inForce() {
        return List.of(
                RetentionRules::holdSuspends,
                RetentionRules::archiveLawPreservesCaseRecords,
                RetentionRules::schedulePreserves,
                RetentionRules::withdrawalOfConsentDisposes,
                RetentionRules::requestForErasureDisposes,
                RetentionRules::endOfProcessingDisposes,
                RetentionRules::scheduleDisposes,
                RetentionRules::scheduleAsksForReview);
    }

    /** What the rules in force say about a record with these facts on this day. */
    public static RetentionDecision decide(RetentionFacts facts, LocalDate day) {
        return decide(inForce(), facts, day);
    }

    static RetentionDecision decide(List<Rule> rules, RetentionFacts facts, LocalDate day) {
        return rules.stream()
                .flatMap(rule -> rule.apply(facts, day).stream())
                .min(STRONGEST_THEN_EARLIEST)
                .orElseGet(() -> processingIsPermitted(facts, day));
    }

    /**
     * What will become of a record with these facts if nothing else happens: the decision that stands in the end, with the
     * first day on which it does. On every day before that one, {@link #decide} does not erase; from it on, it does.
     */
    public static RetentionDecision foresee(RetentionFacts facts) {
        return decide(facts, END_OF_TIME);
    }

    /** The first day on which somebody has to look at the record, if that comes before its disposal. */
    public static Optional<RetentionDecision> foreseeReview(RetentionFacts facts) {
        RetentionDecision end = foresee(facts);
        return scheduleAsksForReview(facts, END_OF_TIME)
                .filter(review -> !(end instanceof Preserve)
                        && (!(end instanceof Dispose) || review.date().isBefore(end.date())));
    }

    /** A hold suspends everything else, for as long as it stands; nothing runs out behind it (O-21). */
    static Optional<RetentionDecision> holdSuspends(RetentionFacts facts, LocalDate day) {
        LocalDate since = facts.heldSince();
        return since == null ? Optional.empty() : Optional.of(new Hold(RetentionReason.LEGAL_CLAIM, since));
    }

    /** A public body's case record is kept, whatever the participant or the project decides (arkivlova; O-22). */
    static Optional<RetentionDecision> archiveLawPreservesCaseRecords(RetentionFacts facts, LocalDate day) {
        return facts.boundByArchiveLaw()
                ? Optional.of(new Preserve(RetentionReason.BOUND_BY_ARCHIVE_LAW, day))
                : Optional.empty();
    }

    /** What rests on a consent goes from the day on which it is withdrawn (GDPR Art 17(1)(b); O-06). */
    static Optional<RetentionDecision> withdrawalOfConsentDisposes(RetentionFacts facts, LocalDate day) {
        LocalDate withdrawn = facts.withdrawnOn();
        return withdrawn != null && !day.isBefore(withdrawn)
                ? Optional.of(new Dispose(RetentionReason.CONSENT_WITHDRAWN, withdrawn))
                : Optional.empty();
    }

    /** What somebody entitled to it asked to have erased goes from the day of the request (GDPR Art 17(1)). */
    static Optional<RetentionDecision> requestForErasureDisposes(RetentionFacts facts, LocalDate day) {
        LocalDate requested = facts.erasureRequestedOn();
        return requested != null && !day.isBefore(requested)
                ? Optional.of(new Dispose(RetentionReason.ERASURE_REQUESTED, requested))
                : Optional.empty();
    }

    /** The approval's end date is the last day of processing; on the day after, everything goes (Art 5(1)(e); O-09). */
    static Optional<RetentionDecision> endOfProcessingDisposes(RetentionFacts facts, LocalDate day) {
        LocalDate last = facts.lastDayOfProcessing();
        return last != null && day.isAfter(last)
                ? Optional.of(new Dispose(RetentionReason.PROCESSING_ENDED, last.plusDays(1)))
                : Optional.empty();
    }

    /** A schedule may say that archive law preserves case records of a kind; from then on no deletion takes them (O-22). */
    static Optional<RetentionDecision> schedulePreserves(RetentionFacts facts, LocalDate day) {
        return facts.schedules().stream()
                .filter(schedule -> schedule.disposal() == DisposalDecision.PRESERVE)
                .map(Schedule::code)
                .min(Comparator.naturalOrder())
                .map(code -> new Preserve(RetentionReason.PRESERVED_BY_SCHEDULE, day, code));
    }

    /** What a schedule disposes of goes on the day on which its period is over (Art 5(1)(e)). */
    static Optional<RetentionDecision> scheduleDisposes(RetentionFacts facts, LocalDate day) {
        return earliest(facts, DisposalDecision.DISPOSE, day)
                .map(over -> new Dispose(RetentionReason.SCHEDULE_DUE, over.day(), over.schedule()));
    }

    /** Somebody looks at what a schedule leaves to a person, on the day on which its period is over. */
    static Optional<RetentionDecision> scheduleAsksForReview(RetentionFacts facts, LocalDate day) {
        return earliest(facts, DisposalDecision.REVIEW, day)
                .map(over -> new Review(RetentionReason.REVIEW_DUE, over.day(), over.schedule()));
    }

    private record Over(LocalDate day, String schedule) {}

    private static Optional<Over> earliest(RetentionFacts facts, DisposalDecision disposal, LocalDate day) {
        return facts.schedules().stream()
                .filter(schedule -> schedule.disposal() == disposal)
                .flatMap(schedule -> schedule.overOn(facts).map(over -> new Over(over, schedule.code())).stream())
                .filter(over -> !day.isBefore(over.day()))
                .min(Comparator.comparing(Over::day).thenComparing(Over::schedule));
    }

    private static RetentionDecision processingIsPermitted(RetentionFacts facts, LocalDate day) {
        LocalDate last = facts.lastDayOfProcessing();
        return new Retain(RetentionReason.PROCESSING_PERMITTED, last == null ? day : last);
    }
}
