package no.tillit.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.tillit.retention.RetentionDecision.Dispose;
import no.tillit.retention.RetentionDecision.Preserve;
import no.tillit.retention.RetentionDecision.Retain;

/**
 * The retention schedule: each rule is a named function of a record's facts and a day, and nothing else.
 *
 * <p>A rule that does not apply says nothing. Where several speak, the strongest decision stands: a hold before
 * preservation, preservation before disposal, disposal before retention. Of two reasons to dispose the earlier one
 * stands, since that is the day from which the record was kept without right. When no rule speaks, the record stays.
 *
 * <p>To change the schedule, write one function here and list it in {@link #inForce()}.
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

    private RetentionRules() {}

    /** The rules that apply today. */
    public static List<Rule> inForce() {
        return List.of(
                RetentionRules::archiveLawPreservesCaseRecords,
                RetentionRules::withdrawalOfConsentDisposes,
                RetentionRules::requestForErasureDisposes,
                RetentionRules::endOfProcessingDisposes);
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

    private static RetentionDecision processingIsPermitted(RetentionFacts facts, LocalDate day) {
        LocalDate last = facts.lastDayOfProcessing();
        return new Retain(RetentionReason.PROCESSING_PERMITTED, last == null ? day : last);
    }
}
