package no.tillit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import no.tillit.kernel.InvalidInput;
import no.tillit.retention.RetentionDecision.Dispose;
import no.tillit.retention.RetentionDecision.Hold;
import no.tillit.retention.RetentionDecision.Preserve;
import no.tillit.retention.RetentionDecision.Retain;
import no.tillit.retention.RetentionDecision.Review;
import no.tillit.retention.Schedule.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchedulesInRulesTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final RetentionFacts record = RetentionFacts.none().endingOn(LAST_DAY);

    @Test
    @DisplayName("the recording goes on the day its transcript is approved, and not while it is not")
    void recording() {
        Schedule schedule = BuiltInSchedules.all().get(0);
        RetentionFacts recording = record.under(List.of(schedule));
        assertThat(RetentionRules.foresee(recording))
                .isEqualTo(new Dispose(RetentionReason.PROCESSING_ENDED, LAST_DAY.plusDays(1)));
        RetentionFacts approved = recording.happened(RetentionEvent.TRANSCRIPT_APPROVED, TODAY);
        assertThat(RetentionRules.decide(approved, TODAY.minusDays(1))).isInstanceOf(Retain.class);
        assertThat(RetentionRules.decide(approved, TODAY))
                .isEqualTo(new Dispose(RetentionReason.SCHEDULE_DUE, TODAY, schedule.code()));
    }

    @Test
    @DisplayName("no schedule keeps a record beyond the approval, or against a withdrawal")
    void neverLonger() {
        Schedule late = schedule("late", RetentionEvent.END_OF_PROCESSING, "P10Y", DisposalDecision.DISPOSE);
        assertThat(RetentionRules.foresee(record.under(List.of(late))).date()).isEqualTo(LAST_DAY.plusDays(1));
        assertThat(RetentionRules.foresee(record.under(List.of(late)).withdrawnOn(TODAY)))
                .isEqualTo(new Dispose(RetentionReason.CONSENT_WITHDRAWN, TODAY));
    }

    @Test
    @DisplayName("what archive law preserves by a schedule stays through withdrawal, request and the approval's end")
    void preserved() {
        Schedule keeps = schedule("plans", RetentionEvent.PLAN_CLOSED, "P0D", DisposalDecision.PRESERVE);
        RetentionFacts plan =
                record.withdrawnOn(TODAY).erasureRequestedOn(TODAY).under(List.of(keeps));
        for (LocalDate day : List.of(TODAY.minusYears(1), TODAY, LAST_DAY.plusDays(1), LAST_DAY.plusYears(50))) {
            assertThat(RetentionRules.decide(plan, day))
                    .isEqualTo(new Preserve(RetentionReason.PRESERVED_BY_SCHEDULE, day, "plans"));
        }
        assertThat(RetentionRules.decide(plan.heldSince(TODAY), TODAY)).isInstanceOf(Hold.class);
    }

    @Test
    @DisplayName("a review is asked for when its period is over, erases nothing, and begins anew when it was done")
    void reviewed() {
        Schedule looks = schedule("contact", RetentionEvent.LAST_CONTACT, "P1M", DisposalDecision.REVIEW);
        RetentionFacts contact = record.under(List.of(looks)).happened(RetentionEvent.LAST_CONTACT, TODAY);
        LocalDate first = LocalDate.of(2026, 12, 22);
        assertThat(RetentionRules.decide(contact, first.minusDays(1))).isInstanceOf(Retain.class);
        assertThat(RetentionRules.decide(contact, first))
                .isEqualTo(new Review(RetentionReason.REVIEW_DUE, first, "contact"))
                .matches(decision -> !decision.erases());
        RetentionFacts kept = contact.happened(RetentionEvent.REVIEWED, first.plusDays(3));
        assertThat(RetentionRules.foreseeReview(kept).orElseThrow().date()).isEqualTo(LocalDate.of(2027, 1, 25));
        assertThat(RetentionRules.foreseeReview(contact.happened(RetentionEvent.LAST_CONTACT, LAST_DAY.plusDays(1))))
                .as("a review after the record is gone is none")
                .isEmpty();
    }

    @Test
    @DisplayName("every hold suspends everything, for as long as it stands")
    void held() {
        RetentionFacts held = record.withdrawnOn(TODAY).boundByArchiveLaw(true).heldSince(TODAY.minusDays(9));
        for (LocalDate day : List.of(TODAY, LAST_DAY.plusYears(3))) {
            assertThat(RetentionRules.decide(held, day))
                    .isEqualTo(new Hold(RetentionReason.LEGAL_CLAIM, TODAY.minusDays(9)));
        }
        assertThat(RetentionRules.decide(held.heldSince(null).boundByArchiveLaw(false), LAST_DAY)
                        .erases())
                .isTrue();
    }

    @Test
    @DisplayName(
            "what is foreseen is what is decided on every day, whatever the facts and whoever's clock is a year off")
    void foreseenIsDecided() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            RetentionFacts facts = someFacts(random);
            RetentionDecision end = RetentionRules.foresee(facts);
            for (int j = 0; j < 12; j++) {
                LocalDate day = LocalDate.of(2024, 2, 25).plusDays(random.nextInt(1_500));
                boolean gone = end instanceof Dispose && !day.isBefore(end.date());
                assertThat(RetentionRules.decide(facts, day).erases())
                        .as("%s on %s", facts, day)
                        .isEqualTo(gone);
                assertThat(RetentionRules.decide(facts, day.plusYears(1)).strength())
                        .as("a clock that is a year ahead undecides nothing")
                        .isGreaterThanOrEqualTo(
                                RetentionRules.decide(facts, day).strength());
            }
            List<RetentionRules.Rule> shuffled = new ArrayList<>(RetentionRules.inForce());
            Collections.shuffle(shuffled, random);
            assertThat(RetentionRules.decide(shuffled, facts, TODAY)).isEqualTo(RetentionRules.decide(facts, TODAY));
        }
    }

    @Test
    @DisplayName("an earlier end never makes a record go later, and a schedule more never does either")
    void monotone() {
        Random random = new Random(6);
        for (int i = 0; i < 5_000; i++) {
            RetentionFacts facts = someFacts(random).heldSince(null).boundByArchiveLaw(false);
            LocalDate before = goes(facts);
            LocalDate lastDay = facts.lastDayOfProcessing();
            if (lastDay != null) {
                assertThat(goes(facts.endingOn(lastDay.minusDays(random.nextInt(400)))))
                        .isBeforeOrEqualTo(before);
            }
            List<Schedule> more = new ArrayList<>(facts.schedules());
            more.add(schedule("more", RetentionEvent.LAST_CONTACT, "P3M", DisposalDecision.DISPOSE));
            assertThat(goes(facts.under(more))).isBeforeOrEqualTo(before);
        }
    }

    @Test
    @DisplayName("only case records can be preserved, a day starts what names one, and nothing is missing")
    void refused() {
        assertThatThrownBy(() ->
                        wanted(RecordKind.TRANSCRIPT, RetentionEvent.LAST_CONTACT, null, DisposalDecision.PRESERVE))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("preserve-only-case-records"));
        assertThatThrownBy(() -> wanted(RecordKind.TRANSCRIPT, RetentionEvent.DATE, null, DisposalDecision.DISPOSE))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("start-date-unfit"));
        assertThatThrownBy(() -> wanted(RecordKind.TRANSCRIPT, RetentionEvent.REVIEWED, null, DisposalDecision.DISPOSE))
                .isInstanceOf(InvalidInput.class);
        assertThat(wanted(RecordKind.RELEASE_PLAN, RetentionEvent.DATE, TODAY, DisposalDecision.PRESERVE)
                        .disposal()
                        .noark())
                .isEqualTo("B");
    }

    private static NewSchedule wanted(
            RecordKind covers, RetentionEvent starts, @Nullable LocalDate startsOn, DisposalDecision disposal) {
        return new NewSchedule(
                "one",
                covers,
                starts,
                startsOn,
                RetentionPeriod.NONE,
                disposal,
                "arkivlova",
                new Words("a", "b", "c"),
                true);
    }

    private static LocalDate goes(RetentionFacts facts) {
        RetentionDecision end = RetentionRules.foresee(facts);
        return end instanceof Dispose ? end.date() : LocalDate.MAX;
    }

    private static RetentionFacts someFacts(Random random) {
        RetentionFacts facts = RetentionFacts.none();
        facts = random.nextInt(4) == 0 ? facts : facts.endingOn(someDay(random));
        facts = random.nextInt(3) > 0 ? facts : facts.withdrawnOn(someDay(random));
        facts = random.nextInt(5) > 0 ? facts : facts.erasureRequestedOn(someDay(random));
        facts = facts.boundByArchiveLaw(random.nextInt(8) == 0);
        facts = random.nextInt(8) > 0 ? facts : facts.heldSince(someDay(random));
        for (RetentionEvent event : RetentionEvent.values()) {
            facts = event.isNoted() && random.nextBoolean() ? facts.happened(event, someDay(random)) : facts;
        }
        List<Schedule> schedules = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            RetentionEvent starts = RetentionEvent.values()[random.nextInt(6)];
            var disposal = random.nextInt(10) == 0
                    ? DisposalDecision.PRESERVE
                    : random.nextBoolean() ? DisposalDecision.DISPOSE : DisposalDecision.REVIEW;
            String period = "P" + random.nextInt(3) + "Y" + random.nextInt(14) + "M" + random.nextInt(40) + "D";
            schedules.add(schedule("s" + i, starts, period, disposal));
        }
        return facts.under(schedules);
    }

    /** Among leap days, month ends and the nights on which the clocks change. */
    private static LocalDate someDay(Random random) {
        List<LocalDate> odd = List.of(
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2025, 1, 31),
                LocalDate.of(2026, 3, 29),
                LocalDate.of(2026, 10, 25));
        return random.nextBoolean()
                ? odd.get(random.nextInt(odd.size()))
                : LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_400));
    }

    private static Schedule schedule(String code, RetentionEvent starts, String period, DisposalDecision disposal) {
        return new Schedule(
                code,
                1,
                RecordKind.RELEASE_PLAN,
                starts,
                starts == RetentionEvent.DATE ? TODAY : null,
                RetentionPeriod.parse(period),
                disposal,
                "arkivlova",
                new Words("a", "b", "c"),
                true,
                null,
                null);
    }
}
