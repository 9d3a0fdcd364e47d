package no.tillit.participant;

import no.tillit.access.RecordState;

/** A participant is active until blocked, and blocked until erased; there is no way back. */
public enum ParticipantState {
    /** Data may be read and added as consent or law allows. */
    ACTIVE,
    /** Nothing is read or added any more; what is there waits for its deletion. */
    BLOCKED,
    /** Nothing is left but the fact that this id was erased. */
    ERASED;

    /** How a record stands that is about this person alone. */
    public RecordState ofRecord() {
        return switch (this) {
            case ACTIVE -> RecordState.OPEN;
            case BLOCKED -> RecordState.BLOCKED;
            case ERASED -> RecordState.ERASED;
        };
    }
}
