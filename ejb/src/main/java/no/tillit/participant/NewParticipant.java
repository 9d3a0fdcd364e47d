package no.tillit.participant;

import java.util.UUID;
import no.tillit.kernel.InvalidInput;

/**
 * What it takes to register somebody: only the sample of the approval that the person belongs to.
 *
 * @param sampleId one of the approval's samples
 */
public record NewParticipant(UUID sampleId) {
    /** @throws InvalidInput when the sample is missing */
    public NewParticipant {
        if (sampleId == null) {
            throw new InvalidInput("missing", "sampleId", "Choose the sample that the participant belongs to.");
        }
    }
}
