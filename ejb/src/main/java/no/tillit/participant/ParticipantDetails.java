package no.tillit.participant;

import java.time.Instant;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.project.LegalBasis;
import no.tillit.retention.Fate;
import org.jspecify.annotations.Nullable;

/**
 * One participant, without anything that says who it is.
 *
 * @param blockReason why nothing is read or added any more; null while active
 * @param hasContact whether the contact register knows the person, never what it says
 * @param fate what becomes of the participant's own row, when and why
 * @param contactFate what becomes of the contact details; null when there are none
 */
public record ParticipantDetails(
        ParticipantId id,
        ProjectId project,
        Pseudonym pseudonym,
        UUID sampleId,
        LegalBasis legalBasis,
        ParticipantState state,
        @Nullable Instant blockedAt,
        @Nullable BlockReason blockReason,
        Instant registeredAt,
        String registeredBy,
        boolean hasContact,
        @Nullable Fate fate,
        @Nullable Fate contactFate) {}
