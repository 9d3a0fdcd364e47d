package no.tillit.retention;

import java.time.LocalDate;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * A record on a list of what is due.
 *
 * @param kind by which a page or address of the record is found
 * @param participant whose it is; null when it is about several or nobody
 * @param day the first day on which it has to go or to be looked at; null on lists that have no day
 * @param reason code of the {@link RetentionReason}
 * @param schedule code of the schedule that decided; null when a rule did
 * @param held whether a hold keeps it from going
 */
public record DueRecord(
        RecordKind kind,
        UUID record,
        @Nullable ParticipantId participant,
        @Nullable LocalDate day,
        String reason,
        @Nullable String schedule,
        boolean held) {}
