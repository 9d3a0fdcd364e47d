package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.participant.ParticipantState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckingConsentTest extends ConsentHouse {
    private static final NewCheck GOOD = new NewCheck(true, true, true, true, null, false);
    private static final NewCheck UNSIGNED = new NewCheck(true, true, false, true, null, false);
    private static final NewCheck GOOD_AFTER_ALL = new NewCheck(true, true, true, true, null, true);

    private ConsentSummary check(ConsentId id, NewCheck found) {
        return house.doing(() -> house.the(CheckingConsent.class).check(id, found, RESEARCH));
    }

    @Test
    @DisplayName("a form that fails closes the gate for every day; who asks what was known before is told as before")
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
        assertThat(stateOf(kari)).as("it may be overturned").isEqualTo(ParticipantState.ACTIVE);
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
