package no.tillit.consent.internal;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.consent.ConsentState.EXPIRED;
import static no.tillit.consent.ConsentState.GIVEN;
import static no.tillit.consent.ConsentState.INVALIDATED;
import static no.tillit.consent.ConsentState.REFUSED;
import static no.tillit.consent.ConsentState.REVOKED;
import static no.tillit.consent.ConsentState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.EndedBy;
import no.tillit.consent.InvalidReason;
import no.tillit.consent.Verdict;
import no.tillit.kernel.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsentHistoryTest {
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 31);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);

    private final List<SignedForm> forms = new ArrayList<>();
    private final List<TakenBack> takenBack = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Clock.ZONE).toInstant();
    }

    private SignedForm signed(LocalDate day, Map<ConsentItem, Boolean> decisions) {
        return signed(day, at(day, 12), decisions);
    }

    private SignedForm signed(LocalDate day, Instant captured, Map<ConsentItem, Boolean> decisions) {
        var form = new SignedForm(ConsentId.random(), day, captured, "ingrid", answers(decisions));
        forms.add(form);
        return form;
    }

    private void withdrawn(ConsentItem item, LocalDate day, int hour) {
        takenBack.add(new TakenBack(item, at(day, hour), "ingrid", EndedBy.PERSON));
    }

    private static Map<ConsentItem, Answer> answers(Map<ConsentItem, Boolean> decisions) {
        Map<ConsentItem, Answer> answers = new TreeMap<>();
        decisions.forEach((item, yes) -> answers.put(item, yes ? Answer.YES : Answer.NO));
        return answers;
    }

    private SignedForm signedUntil(LocalDate day, LocalDate last) {
        var form = new SignedForm(
                ConsentId.random(), day, at(day, 12), "ingrid", Map.of(INTERVIEW, Answer.yesUntil(last)));
        forms.add(form);
        return form;
    }

    private void found(SignedForm form, LocalDate day, int hour, @Nullable InvalidReason reason) {
        verdicts.add(new Verdict(
                form.id(), at(day, hour), "petra", new Verdict.Questions(true, true, true, true), reason, false));
    }

    private Optional<ConsentState> state(ConsentItem item, LocalDate day) {
        return history().state(item, day, day);
    }

    private ConsentHistory history() {
        return new ConsentHistory(forms, takenBack, verdicts, ENDS);
    }

    @Test
    @DisplayName("counts from the day of signing: not on the day before, on the day, on the day after")
    void dayOfSigning() {
        signed(APRIL_1, Map.of(INTERVIEW, true));
        assertThat(state(INTERVIEW, APRIL_1.minusDays(1))).isEmpty();
        assertThat(state(INTERVIEW, APRIL_1)).contains(GIVEN);
        assertThat(state(INTERVIEW, APRIL_1.plusDays(1))).contains(GIVEN);
    }

    @Test
    @DisplayName("stands on the last day of processing, has expired on the day after")
    void lastDay() {
        signed(MARCH_1, Map.of(INTERVIEW, true));
        assertThat(state(INTERVIEW, ENDS)).contains(GIVEN);
        assertThat(state(INTERVIEW, ENDS.plusDays(1))).contains(EXPIRED);
    }

    @Test
    @DisplayName("each item by itself: yes to the interview is no yes to the recording")
    void byItem() {
        signed(MARCH_1, Map.of(INTERVIEW, true));
        assertThat(state(AUDIO_RECORDING, APRIL_1)).isEmpty();
        signed(MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, false));
        assertThat(state(INTERVIEW, APRIL_1)).contains(GIVEN);
        assertThat(state(AUDIO_RECORDING, APRIL_1)).contains(REFUSED);
    }

    @Test
    @DisplayName("the newest form that decided the item speaks; one that left it open does not")
    void newest() {
        signed(MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, false));
        signed(APRIL_1, Map.of(AUDIO_RECORDING, true));
        assertThat(state(INTERVIEW, MAY_1)).contains(GIVEN);
        assertThat(state(AUDIO_RECORDING, MAY_1)).contains(GIVEN);
        assertThat(state(AUDIO_RECORDING, APRIL_1.minusDays(1))).contains(REFUSED);
    }

    @Test
    @DisplayName("the order in which forms are recorded does not matter, the day of signing does")
    void recordedLate() {
        signed(APRIL_1, at(APRIL_1, 12), Map.of(INTERVIEW, false));
        signed(MARCH_1, at(MAY_1, 12), Map.of(INTERVIEW, true));
        assertThat(state(INTERVIEW, MAY_1)).contains(REFUSED);
    }

    @Test
    @DisplayName("of two forms signed on one day the one recorded last speaks")
    void twoOnOneDay() {
        signed(MARCH_1, at(MARCH_1, 14), Map.of(INTERVIEW, false));
        signed(MARCH_1, at(MARCH_1, 10), Map.of(INTERVIEW, true));
        assertThat(state(INTERVIEW, MARCH_1)).contains(REFUSED);
    }

    @Test
    @DisplayName("a withdrawal closes the item the same day, and for what was collected before")
    void withdrawal() {
        signed(MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, true));
        withdrawn(AUDIO_RECORDING, APRIL_1, 9);
        assertThat(state(AUDIO_RECORDING, MARCH_1)).contains(WITHDRAWN);
        assertThat(state(AUDIO_RECORDING, APRIL_1)).contains(WITHDRAWN);
        assertThat(state(AUDIO_RECORDING, MAY_1)).contains(WITHDRAWN);
        assertThat(state(INTERVIEW, MAY_1)).contains(GIVEN);
    }

    @Test
    @DisplayName("a withdrawal ends every form signed before it, not only the newest")
    void allForms() {
        signed(MARCH_1, Map.of(INTERVIEW, true));
        signed(APRIL_1, Map.of(INTERVIEW, true));
        withdrawn(INTERVIEW, MAY_1, 9);
        assertThat(state(INTERVIEW, MARCH_1)).contains(WITHDRAWN);
        assertThat(state(INTERVIEW, APRIL_1)).contains(WITHDRAWN);
        assertThat(history().standing()).isEmpty();
    }

    @Test
    @DisplayName("a form signed after the withdrawal opens for new data only")
    void signedAgain() {
        signed(MARCH_1, Map.of(INTERVIEW, true));
        withdrawn(INTERVIEW, APRIL_1, 9);
        signed(MAY_1, Map.of(INTERVIEW, true));
        assertThat(state(INTERVIEW, MARCH_1)).contains(WITHDRAWN);
        assertThat(state(INTERVIEW, MAY_1.minusDays(1))).contains(WITHDRAWN);
        assertThat(state(INTERVIEW, MAY_1)).contains(GIVEN);
    }

    @Test
    @DisplayName("a form signed before the withdrawal stays closed, however late it is recorded")
    void oldFormRecordedLate() {
        withdrawn(INTERVIEW, APRIL_1, 9);
        signed(APRIL_1.minusDays(1), at(MAY_1, 12), Map.of(INTERVIEW, true));
        assertThat(state(INTERVIEW, MAY_1)).contains(WITHDRAWN);
    }

    @Test
    @DisplayName("on the day of the withdrawal, a form recorded before it is ended and one recorded after it is not")
    void sameDay() {
        SignedForm before = signed(APRIL_1, at(APRIL_1, 8), Map.of(INTERVIEW, true));
        withdrawn(INTERVIEW, APRIL_1, 9);
        SignedForm after = signed(APRIL_1, at(APRIL_1, 10), Map.of(INTERVIEW, true));
        assertThat(history().stateOf(before, INTERVIEW, APRIL_1)).isEqualTo(WITHDRAWN);
        assertThat(history().stateOf(after, INTERVIEW, APRIL_1)).isEqualTo(GIVEN);
        assertThat(state(INTERVIEW, APRIL_1)).contains(GIVEN);
    }

    @Test
    @DisplayName("the day of a withdrawal shortly before midnight is the day in Norway")
    void midnight() {
        var lateEvening = new TakenBack(INTERVIEW, Instant.parse("2026-03-31T22:30:00Z"), "ingrid", EndedBy.PERSON);
        assertThat(lateEvening.day()).isEqualTo(APRIL_1);
    }

    @Test
    @DisplayName("only a yes that stands opens")
    void opens() {
        assertThat(Arrays.stream(ConsentState.values()).filter(ConsentState::opens))
                .containsExactly(GIVEN);
    }

    @Test
    @DisplayName("a yes until a day stands on that day and has run out on the next, for what was collected before, too")
    void runsOut() {
        signedUntil(MARCH_1, APRIL_1);
        assertThat(history().state(INTERVIEW, MARCH_1, APRIL_1)).contains(GIVEN);
        assertThat(history().state(INTERVIEW, MARCH_1, APRIL_1.plusDays(1))).contains(EXPIRED);
        assertThat(history().runOut(APRIL_1)).isEmpty();
        assertThat(history().runOut(APRIL_1.plusDays(1))).containsExactly(Map.entry(INTERVIEW, APRIL_1));
    }

    @Test
    @DisplayName("a yes never outlives the project")
    void notBeyondTheProject() {
        signedUntil(MARCH_1, ENDS.plusYears(1));
        assertThat(history().state(INTERVIEW, MARCH_1, ENDS)).contains(GIVEN);
        assertThat(history().state(INTERVIEW, MARCH_1, ENDS.plusDays(1))).contains(EXPIRED);
        assertThat(history().runOut(ENDS.plusDays(1)))
                .as("the end of the project is told of elsewhere")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "a yes signed on the last day prolongs the one before; signed the day after, it opens for new data only")
    void prolonged() {
        signedUntil(MARCH_1, APRIL_1);
        signedUntil(APRIL_1, MAY_1);
        assertThat(history().state(INTERVIEW, MARCH_1, MAY_1)).contains(GIVEN);
        assertThat(history().state(INTERVIEW, MARCH_1, MAY_1.plusDays(1))).contains(EXPIRED);
        forms.clear();
        signedUntil(MARCH_1, APRIL_1);
        signedUntil(APRIL_1.plusDays(1), MAY_1);
        assertThat(history().state(INTERVIEW, MARCH_1, MAY_1)).contains(EXPIRED);
        assertThat(history().state(INTERVIEW, APRIL_1.plusDays(1), MAY_1)).contains(GIVEN);
    }

    @Test
    @DisplayName("what others end is revoked, not withdrawn, and closes the same")
    void revoked() {
        signed(MARCH_1, Map.of(INTERVIEW, true));
        takenBack.add(new TakenBack(INTERVIEW, at(APRIL_1, 9), "ingrid", EndedBy.GUARDIAN));
        assertThat(state(INTERVIEW, MARCH_1)).contains(REVOKED);
        assertThat(history().standing()).isEmpty();
    }

    @Test
    @DisplayName(
            "a form that failed its check does not count; the older one speaks, and without one the gate is closed")
    void failed() {
        SignedForm older = signed(MARCH_1, Map.of(INTERVIEW, true));
        SignedForm newer = signed(APRIL_1, Map.of(INTERVIEW, true));
        found(newer, APRIL_1, 14, InvalidReason.NOT_SIGNED);
        assertThat(state(INTERVIEW, MAY_1)).contains(GIVEN);
        found(older, APRIL_1, 15, InvalidReason.ILLEGIBLE);
        assertThat(state(INTERVIEW, MAY_1)).contains(INVALIDATED);
        found(newer, APRIL_1, 16, null);
        assertThat(state(INTERVIEW, MAY_1)).as("overturned").contains(GIVEN);
        assertThat(state(INTERVIEW, MARCH_1)).contains(INVALIDATED);
    }

    @Test
    @DisplayName("what is taken back while a form does not count stays taken back when its check is overturned")
    void takenBackMeanwhile() {
        SignedForm form = signed(MARCH_1, Map.of(INTERVIEW, true));
        found(form, APRIL_1, 9, InvalidReason.ILLEGIBLE);
        assertThat(history().standing()).as("a withdrawal must end it").containsExactly(INTERVIEW);
        withdrawn(INTERVIEW, APRIL_1, 10);
        found(form, APRIL_1, 11, null);
        assertThat(state(INTERVIEW, MAY_1)).contains(WITHDRAWN);
    }
}
