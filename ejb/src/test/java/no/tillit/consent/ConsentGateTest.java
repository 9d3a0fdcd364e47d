package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.CONTACT_AGAIN;
import static no.tillit.consent.ConsentItem.FOLLOW_UP;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import no.tillit.access.RecordClosed;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.project.LegalBasis;
import no.tillit.testing.AProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsentGateTest extends ConsentHouse {
    @Test
    @DisplayName("closed for an interview held before the form was signed, open on its day")
    void signedAfter() {
        record(kari, MARCH_1, ALL_BUT_AUDIO);
        assertRefused("consent-missing", () -> gate(kari, INTERVIEW, MARCH_1.minusDays(1)));
        gate(kari, INTERVIEW, MARCH_1);
    }

    @Test
    @DisplayName("closed for everybody when one of a group has not said yes; the message names nobody")
    void group() {
        ParticipantId per = project.aParticipant();
        house.on(MARCH_1);
        record(kari, MARCH_1, ALL_BUT_AUDIO);
        assertThatThrownBy(() ->
                        house.doing(() -> house.the(ConsentGate.class).require(List.of(kari, per), INTERVIEW, MARCH_1)))
                .isInstanceOf(ConsentMissing.class)
                .hasMessageContaining("interview")
                .hasMessageNotContainingAny("D-0", per.value().toString());
    }

    @Test
    @DisplayName("closed for a recording without a yes to the interview, or when that is taken back")
    void partOfTheWhole() {
        record(kari, MARCH_1, Map.of(AUDIO_RECORDING, true));
        assertRefused("consent-missing", () -> gate(kari, AUDIO_RECORDING, MARCH_1));
        assertRefused("part-without-whole", () -> form(MARCH_1, Map.of(INTERVIEW, false, AUDIO_RECORDING, true)));
        ParticipantId per = project.aParticipant();
        house.on(MARCH_1);
        ConsentId id = record(per, MARCH_1, Map.of(INTERVIEW, true, AUDIO_RECORDING, true, CONTACT_AGAIN, true))
                .id();
        withdraw(id, INTERVIEW);
        assertThat(withdrawals())
                .singleElement()
                .satisfies(event -> assertThat(event.items()).containsExactlyInAnyOrder(INTERVIEW, AUDIO_RECORDING));
        assertRefused("consent-withdrawn", () -> gate(per, AUDIO_RECORDING, MARCH_1));
    }

    @Test
    @DisplayName("closed after the last day of processing")
    void ended() {
        record(kari, MARCH_1, ALL_BUT_AUDIO);
        house.on(AProject.ENDS);
        gate(kari, INTERVIEW, MARCH_1);
        house.on(AProject.ENDS.plusDays(1));
        assertThatThrownBy(() -> gate(kari, INTERVIEW, MARCH_1)).isInstanceOf(RecordClosed.class);
    }

    @Test
    @DisplayName("following up may rest on the law, an interview or a recording may not")
    void byLaw() {
        ParticipantId ola = project.aParticipantByLaw();
        assertThat(gate(ola, FOLLOW_UP, MARCH_1).basis()).containsEntry(ola, LegalBasis.PUBLIC_TASK);
        assertRefused("consent-missing", () -> gate(ola, INTERVIEW, MARCH_1));
        assertRefused("consent-missing", () -> gate(ola, AUDIO_RECORDING, MARCH_1));
    }

    @Test
    @DisplayName("nobody concerned is a mistake of ours, an unknown person is not found")
    void nobody() {
        assertThatThrownBy(() -> house.doing(() -> house.the(ConsentGate.class).require(List.of(), INTERVIEW, MARCH_1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gate(ParticipantId.random(), INTERVIEW, MARCH_1))
                .isInstanceOf(NotFound.class);
    }
}
