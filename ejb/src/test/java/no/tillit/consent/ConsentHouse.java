package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.CONTACT_AGAIN;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Refusal;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A project whose participants are asked, sign and withdraw as a researcher records it; kari is one of them. */
abstract class ConsentHouse {
    static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    static final Map<ConsentItem, Boolean> BOTH = Map.of(INTERVIEW, true, AUDIO_RECORDING, true);
    static final Map<ConsentItem, Boolean> ALL_BUT_AUDIO =
            Map.of(INTERVIEW, true, AUDIO_RECORDING, false, CONTACT_AGAIN, true);

    final House house = new House();
    final AProject project = AProject.in(house);
    final ParticipantId kari = project.aParticipant();

    {
        house.on(MARCH_1);
    }

    static NewConsent form(LocalDate signedOn, Map<ConsentItem, Boolean> decisions) {
        return new NewConsent(signedOn, decisions, CaptureMethod.PAPER, "nb", "Information letter, version 2");
    }

    ConsentSummary record(ParticipantId id, LocalDate signedOn, Map<ConsentItem, Boolean> decisions) {
        return record(id, form(signedOn, decisions));
    }

    ConsentSummary record(ParticipantId id, NewConsent form) {
        return house.doing(() -> house.the(RecordingConsent.class).record(id, form, RESEARCH));
    }

    /** A form that kari signed, which holds as long as its validity says. */
    ConsentId record(LocalDate signedOn, Map<ConsentItem, Boolean> decisions, Validity validity) {
        return record(signedOn, decisions, validity, Map.of());
    }

    ConsentId record(
            LocalDate signedOn,
            Map<ConsentItem, Boolean> decisions,
            Validity validity,
            Map<ConsentItem, Validity> items) {
        return record(kari, form(signedOn, decisions).holding(validity, items)).id();
    }

    /** A form that kari signed, with its scan. */
    ConsentId scanned(LocalDate signedOn) {
        ConsentId id = record(signedOn, BOTH, Validity.UNTIL_PROJECT_END);
        house.does(() -> house.the(Consents.class).evidenceAttached(id, UUID.randomUUID()));
        return id;
    }

    ConsentSummary withdraw(ConsentId id, ConsentItem... items) {
        return house.doing(() -> house.the(WithdrawingConsent.class).withdraw(id, Set.of(items), RESEARCH));
    }

    GateAnswer gate(ParticipantId id, ConsentItem item, LocalDate on) {
        return house.doing(() -> house.the(ConsentGate.class).require(List.of(id), item, on));
    }

    GateAnswer gate(ConsentItem item, LocalDate on) {
        return gate(kari, item, on);
    }

    List<ConsentSummary> consents(ParticipantId id) {
        return house.doing(() -> house.the(ReadingConsents.class).of(id, RESEARCH));
    }

    /** What held for kari on a day, as it was known on a day. */
    @Nullable
    ConsentState held(ConsentItem item, LocalDate on, LocalDate knownOn) {
        return house.doing(() -> house.the(ReadingConsents.class).held(kari, on, knownOn, RESEARCH)).items().stream()
                .filter(i -> i.item() == item)
                .findFirst()
                .orElseThrow()
                .state();
    }

    ParticipantState stateOf(ParticipantId id) {
        return house.doing(() -> house.the(Participants.class).ref(id).state());
    }

    List<ConsentWithdrawn> withdrawals() {
        return house.events.stream()
                .filter(ConsentWithdrawn.class::isInstance)
                .map(ConsentWithdrawn.class::cast)
                .toList();
    }

    static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
