package no.tillit.interview.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import no.tillit.consent.ConsentGate;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.ParticipantId;

/** From which interviews a withdrawal took the consent: those held under a newer one stay (O-06). */
@ApplicationScoped
public class ClosedInterviews {
    @Inject
    private ConsentGate gate;

    /** Whether the withdrawal took the consent from an interview held on this day; asked only while the person is there. */
    public boolean isClosed(LocalDate heldOn, ErasureScope scope) {
        ParticipantId participant = scope.participant();
        if (scope.isWhole() || participant == null) {
            return true;
        }
        return !heldOn.isAfter(scope.since())
                && gate.state(participant, ConsentItem.INTERVIEW, heldOn)
                        .filter(ConsentState::opens)
                        .isEmpty();
    }
}
