package no.tillit.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a project's retention schedule, in the version that is in force: what it covers, when its clock starts, how
 * long it runs, what happens then, and by which authority (Noark 5 M450-M452; O-21).
 *
 * @param code its name within the project, in kebab case; all versions share it
 * @param version from 1; 0 for one that comes with the product and was not changed
 * @param startsOn the day, for {@link RetentionEvent#DATE}; null otherwise
 * @param authority the law or decision it rests on, in citation form
 * @param words what it says, in plain words
 * @param inForce false when it was taken out of force in this version
 * @param changedBy user name; null for one that comes with the product
 */
public record Schedule(
        String code,
        int version,
        RecordKind covers,
        RetentionEvent starts,
        @Nullable LocalDate startsOn,
        RetentionPeriod period,
        DisposalDecision disposal,
        String authority,
        Words words,
        boolean inForce,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {
    /** A sentence in each of the three languages. */
    public record Words(String nb, String nn, String en) {
        public Words {
            Objects.requireNonNull(nb, "nb");
            Objects.requireNonNull(nn, "nn");
            Objects.requireNonNull(en, "en");
        }

        /** In this language; bokmål when there is no such version. */
        public String in(Locale locale) {
            return switch (locale.getLanguage()) {
                case "nn" -> nn;
                case "en" -> en;
                default -> nb;
            };
        }
    }

    /** Whether it came with the product and nobody has changed it. */
    public boolean isBuiltIn() {
        return version == 0;
    }

    /**
     * The first day on which the period is over for a record with these facts; empty while its clock has not started. A
     * review that was done starts the clock of the next one.
     */
    public Optional<LocalDate> overOn(RetentionFacts facts) {
        LocalDate start =
                switch (starts) {
                    case END_OF_PROCESSING ->
                        facts.lastDayOfProcessing() == null
                                ? null
                                : facts.lastDayOfProcessing().plusDays(1);
                    case WITHDRAWAL -> facts.withdrawnOn();
                    case DATE -> startsOn;
                    default -> facts.events().get(starts);
                };
        LocalDate reviewed = facts.events().get(RetentionEvent.REVIEWED);
        if (start != null && disposal == DisposalDecision.REVIEW && reviewed != null && reviewed.isAfter(start)) {
            start = reviewed;
        }
        return Optional.ofNullable(start).map(period::after);
    }
}
