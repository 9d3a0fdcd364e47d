package no.tillit.consent.internal;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.consent.ConsentState.EXPIRED;
import static no.tillit.consent.ConsentState.GIVEN;
import static no.tillit.consent.ConsentState.REFUSED;
import static no.tillit.consent.ConsentState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.kernel.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsentHistoryTest {
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 31);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);

    private final List<SignedForm> forms = new ArrayList<>();
    private final List<TakenBack> takenBack = new ArrayList<>();

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Clock.ZONE).toInstant();
    }

    private SignedForm signed(LocalDate day, Map<ConsentItem, Boolean> decisions) {
        return signed(day, at(day, 12), decisions);
    }

    private SignedForm signed(LocalDate day, Instant captured, Map<ConsentItem, Boolean> decisions) {
        var form = new SignedForm(ConsentId.random(), day, captured, decisions);
        forms.add(form);
        return form;
    }

    private void withdrawn(ConsentItem item, LocalDate day, int hour) {
        takenBack.add(new TakenBack(item, at(day, hour), "ingrid"));
    }

    private ConsentHistory history() {
        return new ConsentHistory(forms, takenBack, ENDS);
    }

    @Test
    @DisplayName("counts from the day of signing: not on the day before, on the day, on the day after")
    void dayOfSigning() {
        signed(APRIL_1, Map.of(INTERVIEW, true));
        assertThat(history().state(INTERVIEW, APRIL_1.minusDays(1))).isEmpty();
        assertThat(history().state(INTERVIEW, APRIL_1)).contains(GIVEN);
        assertThat(history().state(INTERVIEW, APRIL_1.plusDays(1))).contains(GIVEN);
    }

    @Test
    @DisplayName("stands on the last day of processing, has expired on the day after")
    void lastDay() {
        signed(MARCH_1, Map.of(INTERVIEW, true));
        assertThat(history().state(INTERVIEW, ENDS)).contains(GIVEN);
        assertThat(history().state(INTERVIEW, ENDS.plusDays(1))).contains(EXPIRED);
    }

    @Test
    @DisplayName("each item by itself: yes to the interview is no yes to the recording")
    void byItem() {
        signed(MARCH_1, Map.of(INTERVIEW, true));
        assertThat(history().state(AUDIO_RECORDING, APRIL_1)).isEmpty();
        signed(MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, false));
        assertThat(history().state(INTERVIEW, APRIL_1)).contains(GIVEN);
        assertThat(history().state(AUDIO_RECORDING, APRIL_1)).contains(REFUSED);
    }

    @Test
    @DisplayName("the newest form that decided the item speaks; one that left it open does not")
    void newest() {
        signed(MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, false));
        signed(APRIL_1, Map.of(AUDIO_RECORDING, true));
        assertThat(history().state(INTERVIEW, MAY_1)).contains(GIVEN);
        assertThat(history().state(AUDIO_RECORDING, MAY_1)).contains(GIVEN);
        assertThat(history().state(AUDIO_RECORDING, APRIL_1.minusDays(1))).contains(REFUSED);
    }

    @Test
    @DisplayName("the order in which forms are recorded does not matter, the day of signing does")
    void recordedLate() {
        signed(APRIL_1, at(APRIL_1, 12), Map.of(INTERVIEW, false));
        signed(MARCH_1, at(MAY_1, 12), Map.of(INTERVIEW, true));
        assertThat(history().state(INTERVIEW, MAY_1)).contains(REFUSED);
    }

    @Test
    @DisplayName("of two forms signed on one day the one recorded last speaks")
    void twoOnOneDay() {
        signed(MARCH_1, at(MARCH_1, 14), Map.of(INTERVIEW, false));
        signed(MARCH_1, at(MARCH_1, 10), Map.of(INTERVIEW, true));
        assertThat(history().state(INTERVIEW, MARCH_1)).contains(REFUSED);
    }

    @Test
    @DisplayName("a withdrawal closes the item the same day, and for what was collected before")
    void withdrawal() {
        signed(MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, true));
        withdrawn(AUDIO_RECORDING, APRIL_1, 9);
        assertThat(history().state(AUDIO_RECORDING, MARCH_1)).contains(WITHDRAWN);
        assertThat(history().state(AUDIO_RECORDING, APRIL_1)).contains(WITHDRAWN);
        assertThat(history().state(AUDIO_RECORDING, MAY_1)).contains(WITHDRAWN);
        assertThat(history().state(INTERVIEW, MAY_1)).contains(GIVEN);
    }

    @Test
    @DisplayName("a withdrawal ends every form signed before it, not only the newest")
    void allForms() {
        signed(MARCH_1, Map.of(INTERVIEW, true));
        signed(APRIL_1, Map.of(INTERVIEW, true));
        withdrawn(INTERVIEW, MAY_1, 9);
        assertThat(history().state(INTERVIEW, MARCH_1)).contains(WITHDRAWN);
        assertThat(history().state(INTERVIEW, APRIL_1)).contains(WITHDRAWN);
        assertThat(history().standing()).isEmpty();
    }

    @Test
    @DisplayName("a form signed after the withdrawal opens for new data only")
    void signedAgain() {
        signed(MARCH_1, Map.of(INTERVIEW, true));
        withdrawn(INTERVIEW, APRIL_1, 9);
        signed(MAY_1, Map.of(INTERVIEW, true));
        assertThat(history().state(INTERVIEW, MARCH_1)).contains(WITHDRAWN);
        assertThat(history().state(INTERVIEW, MAY_1.minusDays(1))).contains(WITHDRAWN);
        assertThat(history().state(INTERVIEW, MAY_1)).contains(GIVEN);
    }

    @Test
    @DisplayName("a form signed before the withdrawal stays closed, however late it is recorded")
    void oldFormRecordedLate() {
        withdrawn(INTERVIEW, APRIL_1, 9);
        signed(APRIL_1.minusDays(1), at(MAY_1, 12), Map.of(INTERVIEW, true));
        assertThat(history().state(INTERVIEW, MAY_1)).contains(WITHDRAWN);
    }

    @Test
    @DisplayName("on the day of the withdrawal, a form recorded before it is ended and one recorded after it is not")
    void sameDay() {
        SignedForm before = signed(APRIL_1, at(APRIL_1, 8), Map.of(INTERVIEW, true));
        withdrawn(INTERVIEW, APRIL_1, 9);
        SignedForm after = signed(APRIL_1, at(APRIL_1, 10), Map.of(INTERVIEW, true));
        assertThat(history().stateOf(before, INTERVIEW, APRIL_1)).isEqualTo(WITHDRAWN);
        assertThat(history().stateOf(after, INTERVIEW, APRIL_1)).isEqualTo(GIVEN);
        assertThat(history().state(INTERVIEW, APRIL_1)).contains(GIVEN);
    }

    @Test
    @DisplayName("the day of a withdrawal shortly before midnight is the day in Norway")
    void midnight() {
        var lateEvening = new TakenBack(INTERVIEW, Instant.parse("2026-03-31T22:30:00Z"), "ingrid");
        assertThat(lateEvening.day()).isEqualTo(APRIL_1);
    }

    @Test
    @DisplayName("only a yes that stands opens")
    void opens() {
        assertThat(Arrays.stream(ConsentState.values()).filter(ConsentState::opens))
                .containsExactly(GIVEN);
    }
}
