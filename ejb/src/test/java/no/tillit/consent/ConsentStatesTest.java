package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.CONTACT_AGAIN;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.tillit.access.Role;
import no.tillit.consent.internal.EndingRunOut;
import no.tillit.consent.internal.WithdrawnConsents;
import no.tillit.consent.template.Validity;
import no.tillit.erasure.ErasureDue;
import no.tillit.erasure.Withdrawals;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.LegalBasis;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The states of a consent, and the two times: what held on a day, and what was known of it on a day. */
class ConsentStatesTest {
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    private static final Map<ConsentItem, Boolean> BOTH = Map.of(INTERVIEW, true, AUDIO_RECORDING, true);
    private static final NewCheck GOOD = new NewCheck(true, true, true, true, null, false);
    private static final NewCheck UNSIGNED = new NewCheck(true, true, false, true, null, false);
    private static final NewCheck GOOD_AFTER_ALL = new NewCheck(true, true, true, true, null, true);

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = project.aParticipant();

    {
        house.on(MARCH_1);
    }

    private ConsentId record(LocalDate signedOn, Map<ConsentItem, Boolean> decisions, Validity validity) {
        return record(signedOn, decisions, validity, Map.of());
    }

    private ConsentId record(
            LocalDate signedOn,
            Map<ConsentItem, Boolean> decisions,
            Validity validity,
            Map<ConsentItem, Validity> items) {
        NewConsent form = new NewConsent(signedOn, decisions, CaptureMethod.PAPER, "nb", null).holding(validity, items);
        return house.doing(() -> house.the(RecordingConsent.class).record(kari, form, RESEARCH))
                .id();
    }

    private ConsentId scanned(LocalDate signedOn) {
        ConsentId id = record(signedOn, BOTH, Validity.UNTIL_PROJECT_END);
        house.does(() -> house.the(Consents.class).evidenceAttached(id, UUID.randomUUID()));
        return id;
    }

    private ConsentSummary check(ConsentId id, NewCheck found) {
        return house.doing(() -> house.the(CheckingConsent.class).check(id, found, RESEARCH));
    }

    private void gate(ConsentItem item, LocalDate on) {
        house.does(() -> house.the(ConsentGate.class).require(List.of(kari), item, on));
    }

    private @Nullable ConsentState held(ConsentItem item, LocalDate on, LocalDate knownOn) {
        return house.doing(() -> house.the(ReadingConsents.class).held(kari, on, knownOn, RESEARCH)).items().stream()
                .filter(i -> i.item() == item)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private ParticipantState state() {
        return house.doing(() -> house.the(Participants.class).ref(kari).state());
    }

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

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Nested
    class Checking {
        @Test
        @DisplayName(
                "a form that fails closes the gate for every day; who asks what was known before is told as before")
        void fails() {
            ConsentId id = scanned(MARCH_1);
            gate(INTERVIEW, MARCH_1);
            house.on(APRIL_1).as("petra", Role.RESEARCHER);
            ConsentSummary after = check(id, UNSIGNED);
            assertThat(after.state()).isEqualTo(ConsentState.INVALIDATED);
            assertThat(after.verdict()).satisfies(v -> assertThat(v.reason()).isEqualTo(InvalidReason.NOT_SIGNED));
            assertRefused("consent-invalidated", () -> gate(INTERVIEW, MARCH_1));
            assertThat(held(INTERVIEW, MARCH_1, APRIL_1)).isEqualTo(ConsentState.INVALIDATED);
            assertThat(held(INTERVIEW, MARCH_1, APRIL_1.minusDays(1))).isEqualTo(ConsentState.GIVEN);
            assertThat(held(INTERVIEW, MARCH_1.minusDays(1), APRIL_1)).isNull();
            assertThat(state()).as("it may be overturned").isEqualTo(ParticipantState.ACTIVE);
        }

        @Test
        @DisplayName("overturned, the form counts again, and the days in between keep what they knew")
        void overturned() {
            ConsentId id = scanned(MARCH_1);
            house.on(APRIL_1).as("petra", Role.RESEARCHER);
            check(id, UNSIGNED);
            house.on(APRIL_1.plusDays(2));
            assertRefused("already-checked", () -> check(id, GOOD));
            ConsentSummary after = check(id, GOOD_AFTER_ALL);
            assertThat(after.state()).isEqualTo(ConsentState.GIVEN);
            gate(INTERVIEW, MARCH_1);
            assertThat(held(INTERVIEW, MARCH_1, APRIL_1.plusDays(1))).isEqualTo(ConsentState.INVALIDATED);
            assertThat(held(INTERVIEW, MARCH_1, APRIL_1.plusDays(2))).isEqualTo(ConsentState.GIVEN);
            List<Verdict> history =
                    house.doing(() -> house.the(CheckingConsent.class).history(id, RESEARCH));
            assertThat(history).extracting(Verdict::overturns).containsExactly(true, false);
            assertRefused("nothing-to-overturn", () -> check(id, GOOD_AFTER_ALL));
        }

        @Test
        @DisplayName("not by who recorded it, not without a scan, not by somebody of another project")
        void secondPerson() {
            ConsentId id = scanned(MARCH_1);
            house.audited.clear();
            assertRefused("own-form", () -> check(id, GOOD));
            assertThat(house.audited).anySatisfy(e -> assertThat(e.reason()).isEqualTo("own-form"));
            ConsentId unscanned = record(MARCH_1.minusDays(1), BOTH, Validity.UNTIL_PROJECT_END);
            house.as("petra", Role.RESEARCHER);
            assertRefused("scan-missing", () -> check(unscanned, GOOD));
            house.as("oyvind", Role.RESEARCHER);
            assertThatThrownBy(() -> check(id, GOOD)).isInstanceOf(NotFound.class);
        }

        @Test
        @DisplayName("waits on the list until it is checked, the oldest first, and says whose it is")
        void waiting() {
            ConsentId id = scanned(MARCH_1);
            var request = new PageRequest(0, 10);
            var checking = house.the(CheckingConsent.class);
            var mine = house.doing(() -> checking.waiting(project.id(), request, RESEARCH));
            assertThat(mine.items()).singleElement().satisfies(form -> {
                assertThat(form.id()).isEqualTo(id);
                assertThat(form.own()).isTrue();
                assertThat(form.scanned()).isTrue();
            });
            house.as("petra", Role.RESEARCHER);
            check(id, GOOD);
            assertThat(house.doing(() -> checking.waiting(project.id(), request, RESEARCH))
                            .items())
                    .isEmpty();
        }

        @Test
        @DisplayName("what was recorded by mistake does not count, and twice is once")
        void mistake() {
            ConsentId id = scanned(MARCH_1);
            var checking = house.the(CheckingConsent.class);
            house.does(() -> checking.invalidate(id, InvalidReason.WRONG_PERSON, RESEARCH));
            house.at(MARCH_1, LocalTime.of(12, 0));
            house.does(() -> checking.invalidate(id, InvalidReason.WRONG_FORM, RESEARCH));
            assertThat(house.doing(() -> checking.history(id, RESEARCH)))
                    .singleElement()
                    .satisfies(v -> assertThat(v.reason()).isEqualTo(InvalidReason.WRONG_PERSON));
            assertRefused("consent-invalidated", () -> gate(INTERVIEW, MARCH_1));
        }

        @Test
        @DisplayName("who withdraws while the form does not count has withdrawn, whatever is found later")
        void withdrawnMeanwhile() {
            ConsentId id = scanned(MARCH_1);
            house.as("petra", Role.RESEARCHER);
            check(id, UNSIGNED);
            house.on(APRIL_1);
            house.does(() -> house.the(WithdrawingConsent.class).withdraw(kari, Set.of(AUDIO_RECORDING), RESEARCH));
            house.on(APRIL_1.plusDays(1));
            check(id, GOOD_AFTER_ALL);
            assertRefused("consent-withdrawn", () -> gate(AUDIO_RECORDING, MARCH_1));
            gate(INTERVIEW, MARCH_1);
        }
    }

    @Nested
    class Expiring {
        @Test
        @DisplayName("open on the last day; closed on the next without any job, for what was collected before, too")
        void closesByItself() {
            record(MARCH_1, BOTH, new Validity(APRIL_1, null));
            house.on(APRIL_1);
            gate(INTERVIEW, MARCH_1);
            house.on(APRIL_1.plusDays(1));
            assertRefused("consent-expired", () -> gate(INTERVIEW, MARCH_1));
            assertThat(held(INTERVIEW, APRIL_1, APRIL_1.plusDays(1))).isEqualTo(ConsentState.GIVEN);
            assertThat(held(INTERVIEW, APRIL_1.plusDays(1), APRIL_1.plusDays(1)))
                    .isEqualTo(ConsentState.EXPIRED);
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
            assertThat(state()).isEqualTo(ParticipantState.ACTIVE);
            house.on(APRIL_1.plusDays(3));
            house.events.clear();
            night();
            night();
            assertThat(state()).isEqualTo(ParticipantState.BLOCKED);
            assertThat(house.events.stream().filter(ErasureDue.class::isInstance))
                    .hasSize(1);
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
            assertThat(state()).isEqualTo(ParticipantState.ACTIVE);
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
            assertThat(state()).isEqualTo(ParticipantState.ACTIVE);
        }
    }

    @Nested
    class Revoking {
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
            house.does(() -> house.the(RevokingConsent.class)
                    .revoke(kari, EndedBy.AUTHORITY, Set.of(), Purpose.DATA_PROTECTION));
            assertThat(state()).isEqualTo(ParticipantState.BLOCKED);
        }
    }

    @Nested
    class Times {
        @Test
        @DisplayName("a form recorded late held from its day on, but was not known before it was recorded")
        void recordedLate() {
            house.on(APRIL_1);
            record(MARCH_1, BOTH, Validity.UNTIL_PROJECT_END);
            assertThat(held(INTERVIEW, MARCH_1, APRIL_1)).isEqualTo(ConsentState.GIVEN);
            assertThat(held(INTERVIEW, MARCH_1, APRIL_1.minusDays(1))).isNull();
            assertRefused("known-in-future", () -> held(INTERVIEW, MARCH_1, APRIL_1.plusDays(1)));
        }

        @Test
        @DisplayName("the database lets nobody rewrite what was recorded")
        void appendOnly() throws SQLException {
            ConsentId id = scanned(MARCH_1);
            var refused = new AtomicInteger();
            for (String statement : List.of(
                    "UPDATE consent SET signed_on = '2020-01-01' WHERE id = '%s'",
                    "UPDATE consent SET evidence = gen_random_uuid() WHERE id = '%s'",
                    "UPDATE consent_decision SET given = false WHERE consent_id = '%s'",
                    "UPDATE consent_verdict SET reason = NULL WHERE consent_id = '%s'",
                    "UPDATE consent_withdrawal SET ended_by = 'PERSON'")) {
                try (var connection = TestDatabases.tillit().getConnection();
                        var change = connection.createStatement()) {
                    change.execute("SET tillit.projects = '*'");
                    change.executeUpdate(statement.formatted(id.value()));
                } catch (SQLException forbidden) {
                    refused.incrementAndGet();
                }
            }
            assertThat(refused).hasValue(5);
        }
    }

    @Nested
    class ByLaw {
        @Test
        @DisplayName("what rests on law is refused when the approval does not name that law for the sample any more")
        void noLongerApproved() throws SQLException {
            ParticipantId ola = project.aParticipantByLaw();
            var gate = house.the(ConsentGate.class);
            assertThat(house.doing(() -> gate.require(List.of(ola), ConsentItem.FOLLOW_UP, MARCH_1))
                            .basis())
                    .containsEntry(ola, LegalBasis.PUBLIC_TASK);
            try (var connection = TestDatabases.tillitOwner().getConnection();
                    var change = connection.createStatement()) {
                change.executeUpdate(
                        "UPDATE project_sample SET legal_basis = 'CONSENT' WHERE id = '" + project.byLaw() + "'");
            }
            assertRefused(
                    "basis-not-approved",
                    () -> house.does(() -> gate.require(List.of(ola), ConsentItem.FOLLOW_UP, MARCH_1)));
        }
    }
}
