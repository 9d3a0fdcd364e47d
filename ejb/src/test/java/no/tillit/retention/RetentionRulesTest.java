package no.tillit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.tillit.retention.RetentionDecision.Dispose;
import no.tillit.retention.RetentionDecision.Hold;
import no.tillit.retention.RetentionDecision.Preserve;
import no.tillit.retention.RetentionDecision.Retain;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetentionRulesTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 2, 28);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final RetentionFacts record = RetentionFacts.none().endingOn(LAST_DAY);

    @Test
    @DisplayName("a record stays until the approval's last day is over, and goes the day after")
    void endOfProcessing() {
        assertThat(RetentionRules.decide(record, LAST_DAY.minusDays(1)))
                .isEqualTo(new Retain(RetentionReason.PROCESSING_PERMITTED, LAST_DAY));
        assertThat(RetentionRules.decide(record, LAST_DAY))
                .isEqualTo(new Retain(RetentionReason.PROCESSING_PERMITTED, LAST_DAY));
        assertThat(RetentionRules.decide(record, LAST_DAY.plusDays(1)))
                .isEqualTo(new Dispose(RetentionReason.PROCESSING_ENDED, LocalDate.of(2027, 3, 1)));
    }

    @Test
    @DisplayName("a withdrawal makes a record go from its very day, not the day before")
    void withdrawal() {
        RetentionFacts withdrawn = record.withdrawnOn(TODAY);
        var goes = new Dispose(RetentionReason.CONSENT_WITHDRAWN, TODAY);
        assertThat(RetentionRules.decide(withdrawn, TODAY.minusDays(1))).isInstanceOf(Retain.class);
        assertThat(RetentionRules.decide(withdrawn, TODAY)).isEqualTo(goes);
        assertThat(RetentionRules.decide(withdrawn, TODAY.plusDays(1))).isEqualTo(goes);
    }

    @Test
    @DisplayName("a request for erasure makes a record go from its very day, not the day before")
    void request() {
        RetentionFacts requested = record.erasureRequestedOn(TODAY);
        assertThat(RetentionRules.decide(requested, TODAY.minusDays(1))).isInstanceOf(Retain.class);
        assertThat(RetentionRules.decide(requested, TODAY))
                .isEqualTo(new Dispose(RetentionReason.ERASURE_REQUESTED, TODAY));
    }

    @Test
    @DisplayName("archive law preserves a case record even when consent is withdrawn and the project has ended")
    void archiveLaw() {
        RetentionFacts bound = record.withdrawnOn(TODAY).boundByArchiveLaw(true);
        for (LocalDate day : List.of(TODAY.minusDays(1), TODAY, LAST_DAY.plusYears(10))) {
            assertThat(RetentionRules.decide(bound, day))
                    .isEqualTo(new Preserve(RetentionReason.BOUND_BY_ARCHIVE_LAW, day));
        }
    }

    @Test
    @DisplayName("of two reasons to go the earlier one counts")
    void earlierReason() {
        RetentionFacts both = record.withdrawnOn(TODAY);
        assertThat(RetentionRules.decide(both, LAST_DAY.plusDays(1)).reason())
                .isEqualTo(RetentionReason.CONSENT_WITHDRAWN);
        RetentionFacts late = record.withdrawnOn(LAST_DAY.plusDays(5));
        assertThat(RetentionRules.decide(late, LAST_DAY.plusDays(9)).reason())
                .isEqualTo(RetentionReason.PROCESSING_ENDED);
    }

    @Test
    @DisplayName("a hold is stronger than preservation, preservation than disposal, in whatever order rules are listed")
    void precedence() {
        RetentionRules.Rule held = (facts, day) -> Optional.of(new Hold(RetentionReason.LEGAL_CLAIM, day));
        List<RetentionRules.Rule> rules = new ArrayList<>(RetentionRules.inForce());
        rules.add(held);
        RetentionFacts all = record.withdrawnOn(TODAY).boundByArchiveLaw(true);
        assertThat(RetentionRules.decide(rules, all, TODAY)).isInstanceOf(Hold.class);
        Collections.reverse(rules);
        assertThat(RetentionRules.decide(rules, all, TODAY)).isInstanceOf(Hold.class);
        rules.remove(held);
        assertThat(RetentionRules.decide(rules, all, TODAY)).isInstanceOf(Preserve.class);
    }

    @Test
    @DisplayName("a record about which nothing is known stays")
    void nothingKnown() {
        assertThat(RetentionRules.decide(RetentionFacts.none(), TODAY))
                .isEqualTo(new Retain(RetentionReason.PROCESSING_PERMITTED, TODAY));
    }

    @Test
    @DisplayName("only disposal erases, and each decision is found again by its name")
    void names() {
        for (RetentionDecision decision : List.of(
                new Retain(RetentionReason.PROCESSING_PERMITTED, TODAY),
                new Dispose(RetentionReason.CONSENT_WITHDRAWN, TODAY),
                new Preserve(RetentionReason.BOUND_BY_ARCHIVE_LAW, TODAY),
                new Hold(RetentionReason.LEGAL_CLAIM, TODAY))) {
            assertThat(decision.erases()).isEqualTo(decision instanceof Dispose);
            assertThat(RetentionDecision.named(decision.name(), decision.reason(), decision.date()))
                    .isEqualTo(decision);
            assertThat(RetentionReason.withCode(decision.reason().code())).isEqualTo(decision.reason());
        }
    }
}
