package no.tillit.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A hold: what it keeps from going stays until it is released, whatever becomes due meanwhile; what is allowed to be read
 * stays readable (GDPR Art 17(3)(e), Art 18; O-21).
 *
 * @param participant null when it is on one record
 * @param kind the kind deletion knows the record by; null when it is on a participant
 * @param record null when it is on a participant
 * @param reason why; null when the reader may not know, or when the person has been erased since
 * @param authority the law or decision it rests on
 * @param reviewOn the day on which somebody has to look whether it is still needed
 * @param reviewedAt when somebody last did
 * @param releasedAt null while it stands
 */
public record Hold(
        HoldId id,
        ProjectId project,
        @Nullable ParticipantId participant,
        @Nullable String kind,
        @Nullable UUID record,
        @Nullable String reason,
        String authority,
        LocalDate reviewOn,
        HoldAudience audience,
        Instant placedAt,
        String placedBy,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy) {
    public boolean isReleased() {
        return releasedAt != null;
    }

    /** Whether it stands and somebody has to look at it on this day. */
    public boolean isToReview(LocalDate today) {
        return releasedAt == null && !today.isBefore(reviewOn);
    }

    Hold withoutReason() {
        return new Hold(
                id,
                project,
                participant,
                kind,
                record,
                null,
                authority,
                reviewOn,
                audience,
                placedAt,
                placedBy,
                reviewedAt,
                reviewedBy,
                releasedAt,
                releasedBy);
    }
}
