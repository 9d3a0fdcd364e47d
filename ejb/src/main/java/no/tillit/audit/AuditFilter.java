package no.tillit.audit;

import java.time.LocalDate;
import java.util.UUID;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null means all.
 *
 * @param from first day, in Norway
 * @param to last day, in Norway
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable ProjectId project,
        @Nullable ParticipantId participant,
        @Nullable UUID record,
        @Nullable Outcome outcome,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public AuditFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidInput("dates-reversed", "to", "The end date lies before the start date.");
        }
    }

    /** Every entry. */
    public static AuditFilter all() {
        return new AuditFilter(null, null, null, null, null, null, null, null);
    }
}
