package no.tillit.participant;

import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.project.LegalBasis;

/**
 * What another feature needs to know of a participant who is not erased.
 *
 * @param legalBasis the basis of the sample when the person was registered: it is what the person was told
 */
public record ParticipantRef(
        ParticipantId id,
        ProjectId project,
        Pseudonym pseudonym,
        UUID sampleId,
        LegalBasis legalBasis,
        ParticipantState state) {}
