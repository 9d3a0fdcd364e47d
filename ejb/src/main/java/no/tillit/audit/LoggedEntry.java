package no.tillit.audit;

import java.time.Instant;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the log, with its number and moment. What the rest means {@link AuditEntry} says.
 *
 * @param number counts up by the order of writing; a number that is missing was never committed
 * @param hasDetails whether somebody said something about it, which {@code no.tillit.access.ReadingAudit} shows to few
 */
public record LoggedEntry(
        long number,
        Instant at,
        String actor,
        String role,
        @Nullable Purpose purpose,
        String action,
        @Nullable ProjectId project,
        @Nullable ParticipantId participant,
        @Nullable String recordType,
        @Nullable UUID record,
        Outcome outcome,
        @Nullable String reason,
        boolean hasDetails) {}
