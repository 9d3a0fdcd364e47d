package no.tillit.participant;

import java.time.Instant;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.project.LegalBasis;

/** One line in a project's list of participants. */
public record ParticipantSummary(
        ParticipantId id,
        ProjectId project,
        Pseudonym pseudonym,
        UUID sampleId,
        LegalBasis legalBasis,
        ParticipantState state,
        Instant registeredAt) {}
