package no.tillit.retention;

import java.time.LocalDate;
import java.util.UUID;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A hold as somebody wants to place it: on everything about a participant, or on one record.
 *
 * @param participant null when it is on one record
 * @param kind the record's kind; null when it is on a participant
 * @param record null when it is on a participant
 * @param reason why, 1 to 1000 characters; kept encrypted
 * @param authority the law or decision it rests on, 1 to 200 characters without anybody's name
 * @param reviewOn the day on which somebody has to look whether it is still needed
 */
public record NewHold(
        @Nullable ParticipantId participant,
        @Nullable RecordKind kind,
        @Nullable UUID record,
        String reason,
        String authority,
        LocalDate reviewOn,
        HoldAudience audience) {
    /**
     * Checks what was typed or sent.
     *
     * @throws InvalidInput when something is missing or does not fit
     */
    @SuppressWarnings("NullAway")
    public NewHold {
        if ((participant == null) == (record == null) || (kind == null) != (record == null)) {
            throw new InvalidInput(
                    "hold-on-one-thing", "participant", "Say what is held: a participant, or a record and its kind.");
        }
        reason = PlainText.required("reason", reason, 1_000);
        authority = PlainText.required("authority", authority, 200);
        if (reviewOn == null) {
            throw new InvalidInput("missing", "reviewOn", "Fill in this field.");
        }
        audience = audience == null ? HoldAudience.PRIVACY_OFFICERS : audience;
    }
}
