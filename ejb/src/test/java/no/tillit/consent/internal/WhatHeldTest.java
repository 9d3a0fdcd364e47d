package no.tillit.consent.internal;

import static no.tillit.consent.ConsentItem.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.EndedBy;
import no.tillit.consent.HeldReason;
import no.tillit.consent.InvalidReason;
import no.tillit.consent.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What held on a day, as it was known on a day, against a model so simple that one sees it is right: it walks through
 * everything that was recorded, hour by hour, and writes down the answer for one day.
 */
class WhatHeldTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 31);

    /** Ninety days with the night that has 23 hours in them, and as many with the one that has 25. */
    static final List<LocalDate> SPRING_AND_AUTUMN = List.of(LocalDate.of(2026, 2, 15), LocalDate.of(2026, 9, 10));

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(i -> 20261122L + i);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(OSLO).toInstant();
    }

    private static ConsentHistory knownOn(ConsentHistory history, LocalDate day) {
        return history.knownBefore(day.plusDays(1).atStartOfDay(OSLO).toInstant());
    }

    private static @Nullable ConsentState held(ConsentHistory history, LocalDate on, LocalDate known) {
        return new WhatHeld(knownOn(history, known)).on(INTERVIEW, on).state();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("agrees with the model on every day as known on every third, in any history")
    void agreesWithTheModel(long seed) {
        var random = new Random(seed);
        LocalDate start = SPRING_AND_AUTUMN.get(random.nextInt(2));
        ConsentHistory history = anyHistory(random, start);
        for (int known = 0; known < 90; known += 3) {
            for (int on = 0; on < 110; on++) {
                LocalDate knownDay = start.plusDays(known);
                LocalDate day = start.plusDays(on);
                assertThat(held(history, day, knownDay))
                        .as("on %s as known on %s of %s", day, knownDay, history)
                        .isEqualTo(model(history, day, knownDay));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("whatever is recorded later, what was known on a day stays the same")
    void nothingIsRewritten(long seed) {
        var random = new Random(seed);
        LocalDate start = SPRING_AND_AUTUMN.get(random.nextInt(2));
        ConsentHistory whole = anyHistory(random, start);
        for (int known = 0; known < 90; known += 7) {
            ConsentHistory then = knownOn(whole, start.plusDays(known));
            for (int later = known; later < 90; later += 11) {
                assertThat(knownOn(knownOn(whole, start.plusDays(later)), start.plusDays(known)))
                        .isEqualTo(then);
            }
        }
    }

    @Test
    @DisplayName("a withdrawal counts from its own day: on the day before, the consent stood")
    void dayOfWithdrawal() {
        LocalDate signed = LocalDate.of(2026, 3, 28);
        LocalDate withdrawn = LocalDate.of(2026, 3, 30);
        var history = new ConsentHistory(
                List.of(form(signed, at(signed, 12, 0), Answer.YES)),
                List.of(new TakenBack(INTERVIEW, at(withdrawn, 0, 30), "ingrid", EndedBy.PERSON)),
                List.of(),
                ENDS);
        assertThat(held(history, signed.minusDays(1), withdrawn)).isNull();
        assertThat(held(history, signed, withdrawn)).isEqualTo(ConsentState.GIVEN);
        assertThat(held(history, withdrawn.minusDays(1), withdrawn)).isEqualTo(ConsentState.GIVEN);
        assertThat(held(history, withdrawn, withdrawn)).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(held(history, withdrawn, withdrawn.minusDays(1))).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    @DisplayName("a day ends at midnight in Norway, on the nights when the clock is turned, too")
    void turnedClocks() {
        for (LocalDate night : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))) {
            SignedForm last = form(night, at(night, 23, 59), Answer.YES);
            var history = new ConsentHistory(List.of(last), List.of(), List.of(), ENDS);
            assertThat(held(history, night, night)).isEqualTo(ConsentState.GIVEN);
            assertThat(held(history, night, night.minusDays(1))).isNull();
            SignedForm next = form(night, at(night.plusDays(1), 0, 0), Answer.YES);
            var later = new ConsentHistory(List.of(next), List.of(), List.of(), ENDS);
            assertThat(held(later, night, night)).isNull();
            assertThat(held(later, night, night.plusDays(1))).isEqualTo(ConsentState.GIVEN);
        }
    }

    @Test
    @DisplayName("after a check was overturned: each day knows what it knew, and why")
    void overturned() {
        LocalDate signed = LocalDate.of(2026, 5, 4);
        SignedForm form = form(signed, at(signed, 12, 0), Answer.YES);
        var questions = new Verdict.Questions(true, true, false, true);
        var history = new ConsentHistory(
                List.of(form),
                List.of(),
                List.of(
                        new Verdict(
                                form.id(),
                                at(signed.plusDays(2), 9, 0),
                                "petra",
                                questions,
                                InvalidReason.NOT_SIGNED,
                                false),
                        new Verdict(form.id(), at(signed.plusDays(4), 9, 0), "jonas", questions, null, true)),
                ENDS);
        assertThat(held(history, signed, signed)).isEqualTo(ConsentState.GIVEN);
        assertThat(held(history, signed, signed.plusDays(3))).isEqualTo(ConsentState.INVALIDATED);
        assertThat(held(history, signed, signed.plusDays(4))).isEqualTo(ConsentState.GIVEN);
        var inBetween = new WhatHeld(knownOn(history, signed.plusDays(3))).on(INTERVIEW, signed);
        assertThat(inBetween.reason()).isEqualTo(HeldReason.CHECK_FAILED);
        assertThat(inBetween.invalid()).isEqualTo(InvalidReason.NOT_SIGNED);
        assertThat(inBetween.by()).isEqualTo("petra");
    }

    private static SignedForm form(LocalDate signed, Instant captured, Answer answer) {
        return new SignedForm(ConsentId.random(), signed, captured, "ingrid", Map.of(INTERVIEW, answer));
    }

    private static ConsentHistory anyHistory(Random random, LocalDate start) {
        List<SignedForm> forms = new ArrayList<>();
        List<TakenBack> ends = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        int minute = 0;
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            LocalDate signed = start.plusDays(random.nextInt(60));
            LocalDate captured = signed.plusDays(random.nextInt(3) == 0 ? random.nextInt(20) : 0);
            Answer answer = random.nextInt(4) == 0
                    ? Answer.NO
                    : random.nextBoolean() ? Answer.YES : Answer.yesUntil(signed.plusDays(random.nextInt(40)));
            forms.add(form(signed, at(captured, random.nextInt(24), minute++), answer));
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            EndedBy by = EndedBy.values()[random.nextInt(EndedBy.values().length)];
            Instant when = at(start.plusDays(random.nextInt(80)), random.nextInt(24), minute++);
            ends.add(new TakenBack(INTERVIEW, when, "ingrid", by));
        }
        for (SignedForm form : forms) {
            LocalDate day = form.capturedAt().atZone(OSLO).toLocalDate();
            for (int i = 0; i < random.nextInt(3); i++) {
                day = day.plusDays(1 + random.nextInt(10));
                InvalidReason reason = random.nextBoolean() ? InvalidReason.NOT_DATED : null;
                var questions = new Verdict.Questions(true, true, true, reason == null);
                verdicts.add(new Verdict(form.id(), at(day, 10, minute++ % 60), "petra", questions, reason, false));
            }
        }
        return new ConsentHistory(forms, ends, verdicts, ENDS);
    }

    /** The naive model. */
    private static @Nullable ConsentState model(ConsentHistory history, LocalDate on, LocalDate known) {
        SignedForm speaks = null;
        SignedForm worthless = null;
        for (SignedForm form : history.forms()) {
            boolean weKnow = !form.capturedAt().atZone(OSLO).toLocalDate().isAfter(known);
            if (!weKnow || form.signedOn().isAfter(on)) {
                continue;
            }
            boolean good = true;
            Instant latest = Instant.MIN;
            for (Verdict verdict : history.verdicts()) {
                boolean about = verdict.consent().equals(form.id());
                if (about
                        && !verdict.at().atZone(OSLO).toLocalDate().isAfter(known)
                        && verdict.at().isAfter(latest)) {
                    latest = verdict.at();
                    good = verdict.reason() == null;
                }
            }
            if (good && (speaks == null || newer(form, speaks))) {
                speaks = form;
            }
            if (!good && (worthless == null || newer(form, worthless))) {
                worthless = form;
            }
        }
        if (speaks == null) {
            return worthless == null ? null : ConsentState.INVALIDATED;
        }
        Answer answer = speaks.answers().get(INTERVIEW);
        if (answer == null || !answer.given()) {
            return ConsentState.REFUSED;
        }
        TakenBack first = null;
        for (TakenBack end : history.withdrawals()) {
            LocalDate day = end.at().atZone(OSLO).toLocalDate();
            boolean before = speaks.signedOn().isBefore(day);
            boolean sameDayAfter =
                    speaks.signedOn().equals(day) && speaks.capturedAt().isBefore(end.at());
            if ((before || sameDayAfter)
                    && !day.isAfter(known)
                    && !day.isAfter(on)
                    && (first == null || end.at().isBefore(first.at()))) {
                first = end;
            }
        }
        if (first != null) {
            return first.endedBy() == EndedBy.PERSON ? ConsentState.WITHDRAWN : ConsentState.REVOKED;
        }
        LocalDate last = answer.until() == null || answer.until().isAfter(ENDS) ? ENDS : answer.until();
        return on.isAfter(last) ? ConsentState.EXPIRED : ConsentState.GIVEN;
    }

    private static boolean newer(SignedForm one, SignedForm other) {
        return one.signedOn().isAfter(other.signedOn())
                || (one.signedOn().equals(other.signedOn()) && one.capturedAt().isAfter(other.capturedAt()));
    }

    @Test
    @DisplayName("an item nobody asked about was not asked")
    void notAsked() {
        var nothing = new ConsentHistory(List.of(), List.of(), List.of(), ENDS);
        for (ConsentItem item : ConsentItem.ofEachKind()) {
            var held = new WhatHeld(nothing).on(item, ENDS);
            assertThat(held.state()).isNull();
            assertThat(held.reason()).isEqualTo(HeldReason.NOT_ASKED);
        }
    }
}
