package no.tillit.access;

import no.tillit.kernel.Refusal;

/** The caller may do this, but not with a record that stands as this one does; what is erased is simply not found. */
public class RecordClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    private final RecordState state;

    private RecordClosed(RecordState state, String code, String message) {
        super(code, message);
        this.state = state;
    }

    /** From the day after the approval's end date. */
    public static RecordClosed ended() {
        return new RecordClosed(
                RecordState.PROJECT_ENDED,
                "processing-ended",
                "The approval's end date has passed. Personal data of this project can no longer be used.");
    }

    /** What is there waits for its deletion, and nothing is read or added. */
    public static RecordClosed blocked() {
        return new RecordClosed(
                RecordState.BLOCKED,
                "participant-blocked",
                "This participant is blocked. Nothing is read or added; a person who takes part again is registered anew.");
    }

    /** Its content is closed to everyone. */
    public static RecordClosed restricted() {
        return new RecordClosed(
                RecordState.RESTRICTED,
                "document-restricted",
                "This document is closed, since what it rests on has been withdrawn. It will be erased.");
    }

    /** What made it refuse. */
    public RecordState state() {
        return state;
    }

    @Override
    public Kind kind() {
        return state == RecordState.PROJECT_ENDED ? Kind.FORBIDDEN : Kind.CONFLICT;
    }
}
