package no.tillit.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How one item of a form stands today.
 *
 * @param withdrawnAt when it was taken back or revoked; null otherwise
 * @param endedBy who took it back; null when nobody did
 * @param lastDay the last day of a yes by the period the person agreed to; null for a no, and when only the project's end
 *     limits it
 */
public record ItemState(
        ConsentItem item,
        ConsentState state,
        @Nullable Instant withdrawnAt,
        @Nullable EndedBy endedBy,
        @Nullable LocalDate lastDay) {}
