package no.tillit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.tillit.kernel.InvalidInput;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NewApprovalTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    @DisplayName("processing may end today, not yesterday")
    void endDate() {
        assertThatCode(() -> approval(TODAY.minusYears(1), TODAY).requireCurrent(TODAY))
                .doesNotThrowAnyException();
        refused(
                "ended-already",
                () -> approval(TODAY.minusYears(1), TODAY.minusDays(1)).requireCurrent(TODAY));
    }

    @Test
    @DisplayName("an assessment of today counts, one of tomorrow does not")
    void assessment() {
        assertThatCode(() -> approval(TODAY, TODAY.plusYears(2)).requireCurrent(TODAY))
                .doesNotThrowAnyException();
        refused(
                "date-in-future",
                () -> approval(TODAY.plusDays(1), TODAY.plusYears(2)).requireCurrent(TODAY));
    }

    @Test
    @DisplayName("reversed dates cannot be built")
    void reversed() {
        refused("dates-reversed", () -> approval(TODAY, TODAY.minusDays(1)));
    }

    @Test
    @DisplayName("an approval without samples, categories or methods covers nothing and is refused")
    void coversSomething() {
        refused(
                "missing",
                () -> new NewApproval(
                        "300100",
                        TODAY,
                        "Evaluering",
                        TODAY,
                        24,
                        List.of(),
                        Set.of(DataCategory.GENERAL),
                        Set.of(Method.FOCUS_GROUP)));
        refused(
                "missing",
                () -> new NewApproval(
                        "300100",
                        TODAY,
                        "Evaluering",
                        TODAY,
                        24,
                        List.of(sample()),
                        Set.of(),
                        Set.of(Method.FOCUS_GROUP)));
        refused(
                "missing",
                () -> new NewApproval(
                        "300100",
                        TODAY,
                        "Evaluering",
                        TODAY,
                        24,
                        List.of(sample()),
                        Set.of(DataCategory.GENERAL),
                        Set.of()));
    }

    private static NewApproval approval(LocalDate assessedOn, LocalDate endsOn) {
        return new NewApproval(
                "300100",
                assessedOn,
                "Evaluering av et oppfølgingstilbud",
                endsOn,
                24,
                List.of(sample()),
                Set.of(DataCategory.GENERAL),
                Set.of(Method.FOCUS_GROUP));
    }

    private static NewSample sample() {
        return new NewSample("Deltakere", LegalBasis.CONSENT, false);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
