package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.CONTACT_AGAIN;
import static no.tillit.consent.ConsentItem.FOLLOW_UP;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.erasure.ErasureDue;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantState;
import no.tillit.testing.AProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WithdrawingConsentTest extends ConsentHouse {
    @Test
    @DisplayName("one item: closed the same day, the others stand, the participant stays active")
    void oneItem() {
        ConsentId id = record(kari, MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, true))
                .id();
        house.on(APRIL_1);
        ConsentSummary after = withdraw(id, AUDIO_RECORDING);
        assertThat(after.state()).isEqualTo(ConsentState.GIVEN);
        assertThat(after.items().get(1).withdrawnAt()).isNotNull();
        assertRefused("consent-withdrawn", () -> gate(kari, AUDIO_RECORDING, MARCH_1));
        gate(kari, INTERVIEW, APRIL_1);
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.ACTIVE);
        assertThat(withdrawals())
                .singleElement()
                .satisfies(event -> assertThat(event.items()).containsExactly(AUDIO_RECORDING));
        assertThat(house.events).contains(new ErasureDue(project.id(), kari));
    }

    @Test
    @DisplayName("the whole: everything is closed at once, the participant is blocked, an erasure is due")
    void whole() {
        ConsentId id = record(kari, MARCH_1, ALL_BUT_AUDIO).id();
        ConsentSummary after = withdraw(id);
        assertThat(after.state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.BLOCKED);
        assertRefused("consent-withdrawn", () -> gate(kari, INTERVIEW, MARCH_1));
        assertThat(withdrawals()).singleElement().satisfies(event -> {
            assertThat(event.whole()).isTrue();
            assertThat(event.items()).containsExactlyInAnyOrder(INTERVIEW, CONTACT_AGAIN);
        });
        assertThat(house.events).contains(new ErasureDue(project.id(), kari));
    }

    @Test
    @DisplayName("the last item that stood is the whole")
    void lastItem() {
        ConsentId id = record(kari, MARCH_1, Map.of(INTERVIEW, true)).id();
        withdraw(id, INTERVIEW);
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.BLOCKED);
        assertThat(withdrawals().get(0).whole()).isTrue();
    }

    @Test
    @DisplayName("without naming a form, even when nothing was ever signed")
    void withoutForm() {
        house.does(() -> house.the(WithdrawingConsent.class).withdraw(kari, Set.of(), RESEARCH));
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.BLOCKED);
        assertThat(withdrawals()).singleElement().satisfies(event -> {
            assertThat(event.consentId()).isNull();
            assertThat(event.whole()).isTrue();
        });
    }

    @Test
    @DisplayName("twice changes nothing more and is answered the same")
    void twice() {
        ConsentId id = record(kari, MARCH_1, ALL_BUT_AUDIO).id();
        ConsentSummary first = withdraw(id);
        house.on(APRIL_1);
        assertThat(withdraw(id)).isEqualTo(first);
        assertThat(withdrawals()).hasSize(1);
    }

    @Test
    @DisplayName("what the form did not give cannot be taken back from it")
    void notGiven() {
        ConsentId id = record(kari, MARCH_1, ALL_BUT_AUDIO).id();
        assertRefused("item-not-given", () -> withdraw(id, AUDIO_RECORDING));
    }

    @Test
    @DisplayName("possible after the end of processing, and by the privacy officer")
    void always() {
        ConsentId id = record(kari, MARCH_1, ALL_BUT_AUDIO).id();
        house.on(AProject.ENDS.plusDays(1)).as("marit", Role.PRIVACY_OFFICER);
        house.does(() -> house.the(WithdrawingConsent.class).withdraw(id, Set.of(), Purpose.RIGHTS_REQUEST));
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.BLOCKED);
    }

    @Test
    @DisplayName("whoever withdrew altogether and takes part again is registered anew")
    void anew() {
        ConsentId id = record(kari, MARCH_1, ALL_BUT_AUDIO).id();
        withdraw(id);
        house.on(APRIL_1);
        assertThatThrownBy(() -> record(kari, APRIL_1, ALL_BUT_AUDIO)).isInstanceOf(RecordClosed.class);
    }

    @Test
    @DisplayName("an item can be given again, for new data only, and even on the same day")
    void again() {
        ConsentId id = record(kari, MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, true))
                .id();
        house.at(APRIL_1, LocalTime.of(10, 0));
        withdraw(id, AUDIO_RECORDING);
        house.at(APRIL_1, LocalTime.of(11, 0));
        record(kari, APRIL_1, Map.of(AUDIO_RECORDING, true));
        assertRefused("consent-withdrawn", () -> gate(kari, AUDIO_RECORDING, APRIL_1.minusDays(1)));
        gate(kari, AUDIO_RECORDING, APRIL_1);
    }

    @Test
    @DisplayName("signing, withdrawing and signing the same again on one day is two consents")
    void sameDay() {
        house.at(APRIL_1, LocalTime.of(9, 0));
        Map<ConsentItem, Boolean> both = Map.of(INTERVIEW, true, AUDIO_RECORDING, true);
        ConsentId id = record(kari, APRIL_1, both).id();
        house.at(APRIL_1, LocalTime.of(10, 0));
        withdraw(id, AUDIO_RECORDING);
        house.at(APRIL_1, LocalTime.of(11, 0));
        record(kari, APRIL_1, both);
        assertThat(consents(kari)).hasSize(2);
        gate(kari, AUDIO_RECORDING, APRIL_1);
    }

    @Test
    @DisplayName("where the law carries the data, the participant is not blocked and following up goes on")
    void byLaw() {
        ParticipantId ola = project.aParticipantByLaw();
        house.on(MARCH_1);
        ConsentId id =
                record(ola, MARCH_1, Map.of(INTERVIEW, true, FOLLOW_UP, true)).id();
        withdraw(id);
        assertThat(stateOf(ola)).isEqualTo(ParticipantState.ACTIVE);
        assertThat(withdrawals()).singleElement().satisfies(event -> {
            assertThat(event.whole()).isFalse();
            assertThat(event.items()).containsExactly(INTERVIEW);
        });
        gate(ola, FOLLOW_UP, MARCH_1);
        assertRefused("consent-withdrawn", () -> gate(ola, INTERVIEW, MARCH_1));
    }
}
