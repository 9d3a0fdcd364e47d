package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.CONTACT_AGAIN;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.tillit.access.Role;
import no.tillit.consent.internal.EndingRunOut;
import no.tillit.consent.internal.WithdrawnConsents;
import no.tillit.consent.template.Validity;
import no.tillit.erasure.ErasureDue;
import no.tillit.erasure.Withdrawals;
import no.tillit.participant.ParticipantState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExpiringConsentsTest extends ConsentHouse {
    private void night() {
        var ending = house.as("system", Role.SYSTEM).the(EndingRunOut.class);
        house.does(() -> {
            if (ending.toEnd().contains(kari.value())) {
                ending.end(kari);
            }
            if (ending.toWarn().contains(kari.value())) {
                ending.warn(kari);
            }
        });
        house.as("ingrid", Role.RESEARCHER);
    }

    @Test
    @DisplayName("open on the last day; closed on the next without any job, for what was collected before, too")
    void closesByItself() {
        record(MARCH_1, BOTH, new Validity(APRIL_1, null));
        house.on(APRIL_1);
        gate(INTERVIEW, MARCH_1);
        house.on(APRIL_1.plusDays(1));
        assertRefused("consent-expired", () -> gate(INTERVIEW, MARCH_1));
        assertThat(held(INTERVIEW, APRIL_1, APRIL_1.plusDays(1))).isEqualTo(ConsentState.GIVEN);
        assertThat(held(INTERVIEW, APRIL_1.plusDays(1), APRIL_1.plusDays(1))).isEqualTo(ConsentState.EXPIRED);
    }

    @Test
    @DisplayName("months count from the signature; from 31 January a month ends with February's last day but one")
    void months() {
        record(LocalDate.of(2026, 1, 31), BOTH, new Validity(null, 1));
        house.on(LocalDate.of(2026, 2, 27));
        gate(INTERVIEW, LocalDate.of(2026, 1, 31));
        house.on(LocalDate.of(2026, 2, 28));
        assertRefused("consent-expired", () -> gate(INTERVIEW, LocalDate.of(2026, 1, 31)));
    }

    @Test
    @DisplayName("the item's own time goes before the form's, and is kept with the decision")
    void mostSpecific() {
        Map<ConsentItem, Validity> own = new TreeMap<>();
        own.put(AUDIO_RECORDING, new Validity(APRIL_1, null));
        ConsentId id = record(MARCH_1, BOTH, new Validity(null, 12), own);
        house.on(APRIL_1.plusDays(1));
        assertRefused("consent-expired", () -> gate(AUDIO_RECORDING, MARCH_1));
        gate(INTERVIEW, MARCH_1);
        assertThat(house.doing(() -> house.the(ReadingConsents.class).open(id, RESEARCH))
                        .items())
                .extracting(ItemState::lastDay)
                .containsExactly(LocalDate.of(2027, 2, 28), APRIL_1);
    }

    @Test
    @DisplayName("the night after the last item's last day, the person is blocked and a deletion is due, once")
    void deletionDue() {
        record(MARCH_1, BOTH, new Validity(APRIL_1, null));
        house.on(APRIL_1);
        night();
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.ACTIVE);
        house.on(APRIL_1.plusDays(3));
        house.events.clear();
        night();
        night();
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.BLOCKED);
        assertThat(house.events.stream().filter(ErasureDue.class::isInstance)).hasSize(1);
        assertThat(house.events.stream()
                        .filter(ConsentWithdrawn.class::isInstance)
                        .map(ConsentWithdrawn.class::cast))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.how()).isEqualTo(ConsentState.EXPIRED);
                    assertThat(event.upTo()).isEqualTo(APRIL_1);
                    assertThat(event.whole()).isTrue();
                });
        assertThat(house.doing(() -> house.the(WithdrawnConsents.class).of(kari)))
                .contains(new Withdrawals.Withdrawal(APRIL_1, Set.of()));
    }

    @Test
    @DisplayName("by item: the others stand, and only what rested on it is due")
    void byItem() {
        record(
                MARCH_1,
                Map.of(CONTACT_AGAIN, true, INTERVIEW, true),
                Validity.UNTIL_PROJECT_END,
                Map.of(CONTACT_AGAIN, new Validity(APRIL_1, null)));
        house.on(APRIL_1.plusDays(1));
        night();
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.ACTIVE);
        assertThat(house.doing(() -> house.the(WithdrawnConsents.class).of(kari)))
                .contains(new Withdrawals.Withdrawal(APRIL_1, Set.of("contact-again")));
    }

    @Test
    @DisplayName("is told in time, once")
    void warned() {
        record(MARCH_1, BOTH, new Validity(MARCH_1.plusDays(90), null));
        house.audited.clear();
        night();
        assertThat(warnings()).isZero();
        house.on(MARCH_1.plusDays(90 - EndingRunOut.WARNING_DAYS));
        night();
        assertThat(warnings()).as("an entry for each item").isEqualTo(2);
        house.on(MARCH_1.plusDays(40));
        night();
        assertThat(warnings()).isEqualTo(2);
    }

    private long warnings() {
        return house.audited.stream()
                .filter(e -> e.action().equals("consent.expiry-warned"))
                .count();
    }

    @Test
    @DisplayName("signed again in time, it is prolonged; nothing is closed")
    void renewed() {
        record(MARCH_1, BOTH, new Validity(APRIL_1, null));
        house.on(APRIL_1);
        record(APRIL_1, BOTH, new Validity(APRIL_1.plusMonths(6), null));
        house.on(APRIL_1.plusDays(5));
        night();
        gate(INTERVIEW, MARCH_1);
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.ACTIVE);
    }
}
