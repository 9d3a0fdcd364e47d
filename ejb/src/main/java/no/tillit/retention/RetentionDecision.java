package no.tillit.retention;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to a record on a given day, why, by which authority, and the day that counts.
 *
 * <p>Noark 5 knows them as <i>bevares</i> (B), <i>kasseres</i> (K), <i>vurderes senere</i> (G) and <i>kassasjonssperre</i>.
 */
public sealed interface RetentionDecision {
    RetentionReason reason();

    /** The day that counts; each decision says which. */
    LocalDate date();

    /** The law or decision it rests on, in citation form. */
    default String authority() {
        return reason().authority();
    }

    /** Whether the record is to be erased. Everything else holds it back. */
    default boolean erases() {
        return this instanceof Dispose;
    }

    /** How strong it is: where rules disagree about a record, the strongest decides. */
    default int strength() {
        if (this instanceof Hold) {
            return 4;
        } else if (this instanceof Preserve) {
            return 3;
        } else if (this instanceof Dispose) {
            return 2;
        } else if (this instanceof Review) {
            return 1;
        }
        return 0;
    }

    /** The code of the schedule that decided; null when it was a rule that stands for every project. */
    default @Nullable String schedule() {
        return null;
    }

    /** The name the database and the API know it by. */
    default String name() {
        return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    /** The decision with this {@link #name}. */
    static RetentionDecision named(String name, RetentionReason reason, LocalDate date) {
        return switch (name) {
            case "RETAIN" -> new Retain(reason, date);
            case "REVIEW" -> new Review(reason, date, null);
            case "DISPOSE" -> new Dispose(reason, date);
            case "PRESERVE" -> new Preserve(reason, date);
            case "HOLD" -> new Hold(reason, date);
            default -> throw new IllegalArgumentException("No retention decision " + name);
        };
    }

    /** It stays for now. The date is the last day on which that is certain. */
    record Retain(RetentionReason reason, LocalDate date) implements RetentionDecision {
        public Retain {
            requireBoth(reason, date);
        }
    }

    /** It stays, and somebody is to look whether it still must. The date is the first day on which that is due. */
    record Review(
            RetentionReason reason,
            LocalDate date,
            @Nullable String schedule) implements RetentionDecision {
        public Review {
            requireBoth(reason, date);
        }
    }

    /** It is to be erased. The date is the first day on which it had to go. */
    record Dispose(
            RetentionReason reason,
            LocalDate date,
            @Nullable String schedule) implements RetentionDecision {
        public Dispose {
            requireBoth(reason, date);
        }

        public Dispose(RetentionReason reason, LocalDate date) {
            this(reason, date, null);
        }
    }

    /** It is frozen as it is, whatever else holds. The date is the day since which it is. */
    record Hold(RetentionReason reason, LocalDate date) implements RetentionDecision {
        public Hold {
            requireBoth(reason, date);
        }
    }

    /** It is kept for good. The date is the day on which this was decided. */
    record Preserve(
            RetentionReason reason,
            LocalDate date,
            @Nullable String schedule) implements RetentionDecision {
        public Preserve {
            requireBoth(reason, date);
        }

        public Preserve(RetentionReason reason, LocalDate date) {
            this(reason, date, null);
        }
    }

    private static void requireBoth(RetentionReason reason, LocalDate date) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(date, "date");
    }
}
