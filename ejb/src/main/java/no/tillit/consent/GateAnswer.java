package no.tillit.consent;

import java.time.LocalDate;
import java.util.Map;
import no.tillit.kernel.ParticipantId;
import no.tillit.project.LegalBasis;

/**
 * That the gate is open, and what it rests on for each person: their consent, or the law where the item may rest on it.
 *
 * <p>Holds until the transaction ends in which the gate was asked.
 */
public record GateAnswer(ConsentItem item, LocalDate on, Map<ParticipantId, LegalBasis> basis) {
    public GateAnswer {
        basis = Map.copyOf(basis);
    }
}
