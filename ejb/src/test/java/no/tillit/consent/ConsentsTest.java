package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.CONTACT_AGAIN;
import static no.tillit.consent.ConsentItem.FOLLOW_UP;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.audit.Outcome;
import no.tillit.consent.internal.ErasingConsents;
import no.tillit.consent.internal.WithdrawnConsents;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureDue;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.Withdrawals;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.LegalBasis;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentsTest {
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    private static final Map<ConsentItem, Boolean> ALL_BUT_AUDIO =
            Map.of(INTERVIEW, true, AUDIO_RECORDING, false, CONTACT_AGAIN, true);

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = project.aParticipant();

    {
        house.on(MARCH_1);
    }

    private static NewConsent form(LocalDate signedOn, Map<ConsentItem, Boolean> decisions) {
        return new NewConsent(signedOn, decisions, CaptureMethod.PAPER, "nb", "Information letter, version 2");
    }

    private ConsentSummary record(ParticipantId id, LocalDate signedOn, Map<ConsentItem, Boolean> decisions) {
        return house.doing(() -> house.the(RecordingConsent.class).record(id, form(signedOn, decisions), RESEARCH));
    }

    private ConsentSummary withdraw(ConsentId id, ConsentItem... items) {
        return house.doing(() -> house.the(WithdrawingConsent.class).withdraw(id, Set.of(items), RESEARCH));
    }

    private GateAnswer gate(ParticipantId id, ConsentItem item, LocalDate on) {
        return house.doing(() -> house.the(ConsentGate.class).require(List.of(id), item, on));
    }

    private List<ConsentSummary> consents(ParticipantId id) {
        return house.doing(() -> house.the(ReadingConsents.class).of(id, RESEARCH));
    }

    private ParticipantState stateOf(ParticipantId id) {
        return house.doing(() -> house.the(Participants.class).ref(id).state());
    }

    private List<ConsentWithdrawn> withdrawals() {
        return house.events.stream()
                .filter(ConsentWithdrawn.class::isInstance)
                .map(ConsentWithdrawn.class::cast)
                .toList();
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Nested
    class Recording {
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
                    "unknown-language",
                    () -> new NewConsent(MARCH_1, ALL_BUT_AUDIO, CaptureMethod.PAPER, language, null));
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

    @Nested
    class Withdrawing {
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
            ConsentId id = record(ola, MARCH_1, Map.of(INTERVIEW, true, FOLLOW_UP, true))
                    .id();
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

    @Nested
    class Gate {
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
            assertThatThrownBy(() -> house.doing(
                            () -> house.the(ConsentGate.class).require(List.of(kari, per), INTERVIEW, MARCH_1)))
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
                    .satisfies(
                            event -> assertThat(event.items()).containsExactlyInAnyOrder(INTERVIEW, AUDIO_RECORDING));
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
            assertThatThrownBy(() ->
                            house.doing(() -> house.the(ConsentGate.class).require(List.of(), INTERVIEW, MARCH_1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> gate(ParticipantId.random(), INTERVIEW, MARCH_1))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Nested
    class Reading {
        @Test
        @DisplayName("newest signature first, and a time line that tells every change")
        void timeLine() {
            ConsentId first = record(kari, MARCH_1, ALL_BUT_AUDIO).id();
            house.on(APRIL_1);
            ConsentId second =
                    record(kari, APRIL_1, Map.of(AUDIO_RECORDING, true)).id();
            house.at(APRIL_1, LocalTime.of(12, 0));
            withdraw(second, AUDIO_RECORDING);
            assertThat(consents(kari)).extracting(ConsentSummary::id).containsExactly(second, first);
            List<ConsentMoment> line =
                    house.doing(() -> house.the(ReadingConsents.class).history(kari, RESEARCH));
            assertThat(line).extracting(ConsentMoment::consent).containsExactly(null, second, first);
            assertThat(line.get(0).withdrawn()).containsExactly(AUDIO_RECORDING);
            assertThat(line.get(2).refused()).containsExactly(AUDIO_RECORDING);
        }

        @Test
        @DisplayName("is on record before it is answered")
        void audited() {
            house.audited.clear();
            consents(kari);
            assertThat(house.audited)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.action()).isEqualTo("consent.read"));
        }
    }

    @Nested
    class Evidence {
        @Test
        @DisplayName("a scan is attached once; the same again changes nothing, another is refused")
        void once() {
            ConsentId id = record(kari, MARCH_1, ALL_BUT_AUDIO).id();
            UUID scan = UUID.randomUUID();
            Consents all = house.the(Consents.class);
            house.does(() -> all.evidenceAttached(id, scan));
            house.does(() -> all.evidenceAttached(id, scan));
            assertThat(house.doing(() -> all.ref(id)).evidence()).isEqualTo(scan);
            assertThatThrownBy(() -> house.does(() -> all.evidenceAttached(id, UUID.randomUUID())))
                    .isInstanceOf(Conflict.class);
        }
    }

    @Nested
    class Erasing {
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
            withdraw(record(ola, MARCH_1, Map.of(INTERVIEW, true, FOLLOW_UP, true))
                    .id());
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
            assertThat(house.doing(() -> withdrawn.of(kari)).orElseThrow().items())
                    .containsExactly("audio-recording");
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
}
