package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.CONTACT_AGAIN;
import static no.tillit.consent.ConsentItem.FOLLOW_UP;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import no.tillit.consent.internal.ErasingConsents;
import no.tillit.consent.internal.WithdrawnConsents;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.Withdrawals;
import no.tillit.kernel.ParticipantId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ErasingConsentsTest extends ConsentHouse {
    @Test
    @DisplayName("forms and withdrawals of one person go, others' stay, a second time is nothing")
    void goes() {
        ParticipantId per = project.aParticipant();
        house.on(MARCH_1);
        record(per, MARCH_1, ALL_BUT_AUDIO);
        withdraw(record(kari, MARCH_1, ALL_BUT_AUDIO).id(), CONTACT_AGAIN);
        var erasing = house.the(ErasingConsents.class);
        var scope = new ErasureScope(project.id(), kari, DeletionCause.MANUAL, Set.of(), MARCH_1, MARCH_1);
        var items = house.doing(() -> erasing.inventory(scope).toList());
        assertThat(items)
                .singleElement()
                .satisfies(item -> assertThat(item.count()).isEqualTo(2));
        assertThat(house.<Boolean>doing(() -> erasing.erase(items.get(0)))).isTrue();
        assertThat(house.<Boolean>doing(() -> erasing.erase(items.get(0)))).isFalse();
        assertThat(house.<Long>doing(() -> erasing.remaining(scope))).isZero();
        assertThat(consents(kari)).isEmpty();
        assertThat(consents(per)).hasSize(1);
    }

    @Test
    @DisplayName("a deletion is not told of what was never given, nor of what the law carries")
    void notTold() {
        ParticipantId ola = project.aParticipantByLaw();
        house.on(MARCH_1);
        withdraw(record(ola, MARCH_1, Map.of(INTERVIEW, true, FOLLOW_UP, true)).id());
        assertThat(house.doing(() -> house.the(WithdrawnConsents.class).of(ola))
                        .orElseThrow()
                        .items())
                .containsExactly("interview");
    }

    @Test
    @DisplayName("a deletion is told which items were taken back, or that everything was")
    void told() {
        var withdrawn = house.the(WithdrawnConsents.class);
        ConsentId id = record(kari, MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, true))
                .id();
        assertThat(house.doing(() -> withdrawn.of(kari))).isEmpty();
        withdraw(id, AUDIO_RECORDING);
        assertThat(house.doing(() -> withdrawn.of(kari)).orElseThrow().items()).containsExactly("audio-recording");
        house.on(APRIL_1);
        record(kari, APRIL_1, Map.of(AUDIO_RECORDING, true));
        assertThat(house.doing(() -> withdrawn.of(kari)).orElseThrow())
                .as("given again, for new data: what was collected before still goes")
                .isEqualTo(new Withdrawals.Withdrawal(MARCH_1, Set.of("audio-recording")));
        withdraw(id);
        var whole = house.doing(() -> withdrawn.of(kari)).orElseThrow();
        assertThat(whole.items()).isEmpty();
        assertThat(whole.on()).isEqualTo(APRIL_1);
    }
}
