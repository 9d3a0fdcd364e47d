package no.tillit.participant;

import no.tillit.kernel.Conflict;

/** The participant is blocked: what is there waits for its deletion, and nothing is read or added. */
public class ParticipantBlocked extends Conflict {
    private static final long serialVersionUID = 1L;

    public ParticipantBlocked() {
        super(
                "participant-blocked",
                "This participant is blocked. Nothing is read or added; a person who takes part again is registered anew.");
    }
}
