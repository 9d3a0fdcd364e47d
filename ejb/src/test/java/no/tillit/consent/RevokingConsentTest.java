package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.template.Validity;
import no.tillit.erasure.ErasureDue;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RevokingConsentTest extends ConsentHouse {
    @Test
    @DisplayName("a guardian ends an item: closed at once, kept as revoked, and due for deletion")
    void byItem() {
        record(MARCH_1, BOTH, Validity.UNTIL_PROJECT_END);
        house.on(APRIL_1);
        List<ConsentSummary> after = house.doing(() ->
                house.the(RevokingConsent.class).revoke(kari, EndedBy.GUARDIAN, Set.of(AUDIO_RECORDING), RESEARCH));
        assertThat(after.get(0).items().get(1).state()).isEqualTo(ConsentState.REVOKED);
        assertRefused("consent-revoked", () -> gate(AUDIO_RECORDING, MARCH_1));
        assertThat(house.events).contains(new ErasureDue(project.id(), kari));
        assertThat(house.doing(() -> house.the(ReadingConsents.class).history(kari, RESEARCH))
                        .get(0)
                        .kind())
                .isEqualTo(ConsentMoment.Kind.REVOKED);
    }

    @Test
    @DisplayName("the person is not somebody else")
    void person() {
        assertRefused(
                "withdrawal-not-revocation",
                () -> house.does(
                        () -> house.the(RevokingConsent.class).revoke(kari, EndedBy.PERSON, Set.of(), RESEARCH)));
    }

    @Test
    @DisplayName("an authority ends all of it, told by the privacy officer: the person is blocked")
    void whole() {
        record(MARCH_1, BOTH, Validity.UNTIL_PROJECT_END);
        house.as("marit", Role.PRIVACY_OFFICER);
        house.does(() ->
                house.the(RevokingConsent.class).revoke(kari, EndedBy.AUTHORITY, Set.of(), Purpose.DATA_PROTECTION));
        assertThat(stateOf(kari)).isEqualTo(ParticipantState.BLOCKED);
    }
}
