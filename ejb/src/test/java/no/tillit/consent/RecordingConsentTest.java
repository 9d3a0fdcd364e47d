package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.CONTACT_AGAIN;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.audit.Outcome;
import no.tillit.kernel.NotFound;
import no.tillit.project.LegalBasis;
import no.tillit.testing.AProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingConsentTest extends ConsentHouse {
    @Test
    @DisplayName("a form signed today opens today, item by item, and is on record")
    void opens() {
        house.audited.clear();
        ConsentSummary consent = record(kari, MARCH_1, ALL_BUT_AUDIO);
        assertThat(consent.state()).isEqualTo(ConsentState.GIVEN);
        assertThat(consent.capturedBy()).isEqualTo("ingrid");
        assertThat(consent.items())
                .extracting(ItemState::item, ItemState::state)
                .containsExactly(
                        tuple(INTERVIEW, ConsentState.GIVEN),
                        tuple(AUDIO_RECORDING, ConsentState.REFUSED),
                        tuple(CONTACT_AGAIN, ConsentState.GIVEN));
        assertThat(house.audited).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("consent.recorded");
            assertThat(entry.participant()).isEqualTo(kari);
            assertThat(entry.record()).isEqualTo(consent.id().value());
        });
        assertThat(gate(kari, INTERVIEW, MARCH_1).basis()).containsExactly(Map.entry(kari, LegalBasis.CONSENT));
    }

    @Test
    @DisplayName("signed today is fine, signed tomorrow is refused")
    void future() {
        record(kari, MARCH_1, ALL_BUT_AUDIO);
        assertRefused("signed-in-future", () -> record(kari, MARCH_1.plusDays(1), ALL_BUT_AUDIO));
    }

    @Test
    @DisplayName("signed on the day of the assessment is fine, the day before is refused")
    void beforeApproval() {
        record(kari, AProject.ASSESSED, ALL_BUT_AUDIO);
        assertRefused("signed-before-approval", () -> record(kari, AProject.ASSESSED.minusDays(1), ALL_BUT_AUDIO));
    }

    @Test
    @DisplayName("recorded on the last day of processing is fine, on the day after it is refused")
    void lastDay() {
        house.on(AProject.ENDS);
        record(kari, MARCH_1, ALL_BUT_AUDIO);
        house.on(AProject.ENDS.plusDays(1));
        assertThatThrownBy(() -> record(kari, APRIL_1, ALL_BUT_AUDIO)).isInstanceOf(RecordClosed.class);
    }

    @Test
    @DisplayName("a form that decides nothing is no consent")
    void nothingDecided() {
        assertRefused("no-items-decided", () -> form(MARCH_1, Map.of()));
    }

    @Test
    @DisplayName("an item must be yes or no")
    void undecided() {
        Map<ConsentItem, @Nullable Boolean> decisions = new HashMap<>();
        decisions.put(INTERVIEW, null);
        assertRefused("missing", () -> form(MARCH_1, (Map<ConsentItem, Boolean>) (Map<?, ?>) decisions));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "NB", "", "nb; DROP TABLE consent"})
    @DisplayName("a form is in bokmål, nynorsk or English")
    void language(String language) {
        assertRefused(
                "unknown-language", () -> new NewConsent(MARCH_1, ALL_BUT_AUDIO, CaptureMethod.PAPER, language, null));
    }

    @Test
    @DisplayName("an item nobody knows is refused by its name")
    void unknownItem() {
        assertRefused("unknown-item", () -> ConsentItem.named("items", "fingerprints"));
    }

    @Test
    @DisplayName("the same form twice is one consent; the second attempt is on record as refused")
    void twice() {
        ConsentSummary first = record(kari, MARCH_1, ALL_BUT_AUDIO);
        house.at(MARCH_1, LocalTime.of(9, 1));
        house.audited.clear();
        assertThat(record(kari, MARCH_1, ALL_BUT_AUDIO)).isEqualTo(first);
        assertThat(consents(kari)).hasSize(1);
        assertThat(house.audited.get(0).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(house.audited.get(0).reason()).isEqualTo("already-recorded");
    }

    @Test
    @DisplayName("a later form that says no takes back what the older one gave")
    void laterNo() {
        record(kari, MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, true));
        house.on(APRIL_1);
        ConsentSummary no = record(kari, APRIL_1, Map.of(AUDIO_RECORDING, false));
        assertThat(withdrawals()).singleElement().satisfies(event -> {
            assertThat(event.items()).containsExactly(AUDIO_RECORDING);
            assertThat(event.whole()).isFalse();
            assertThat(event.consentId()).isEqualTo(no.id());
        });
        assertRefused("consent-withdrawn", () -> gate(kari, AUDIO_RECORDING, MARCH_1));
        assertRefused("consent-refused", () -> gate(kari, AUDIO_RECORDING, APRIL_1));
        gate(kari, INTERVIEW, APRIL_1);
    }

    @Test
    @DisplayName("an older form that says no, recorded late, takes nothing back")
    void olderNo() {
        house.on(APRIL_1);
        record(kari, APRIL_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, true));
        record(kari, MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, false));
        assertThat(withdrawals()).isEmpty();
        gate(kari, AUDIO_RECORDING, APRIL_1);
        assertRefused("consent-refused", () -> gate(kari, AUDIO_RECORDING, MARCH_1));
    }

    @Test
    @DisplayName("somebody else's participant is not found")
    void outsiders() {
        house.as("oyvind", Role.RESEARCHER);
        assertThatThrownBy(() -> record(kari, MARCH_1, ALL_BUT_AUDIO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> consents(kari)).isInstanceOf(NotFound.class);
    }
}
