package no.tillit.consent.notice;

import java.time.Instant;
import no.tillit.consent.ConsentState;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A recipient who has to be told that they may not use any more what they got.
 *
 * @param participant whom it is about; null once they are erased
 * @param pseudonym null as above
 * @param recipient as the consent's item names it
 * @param code of that item
 * @param how {@code WITHDRAWN}, {@code REVOKED} or {@code EXPIRED}
 * @param confirmedAt when somebody confirmed that the recipient has been told; null until then
 * @param confirmedBy who did; null until then
 */
public record RecipientNotice(
        NoticeId id,
        ProjectId project,
        @Nullable ParticipantId participant,
        @Nullable String pseudonym,
        String recipient,
        String code,
        ConsentState how,
        Instant endedAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy) {}
