package no.tillit.retention;

/** What starts a schedule's clock. */
public enum RetentionEvent {
    /** The day after the approval's last day of processing (O-09). */
    END_OF_PROCESSING,
    /** The day on which what the record rests on was withdrawn (O-06). */
    WITHDRAWAL,
    /** The day on which somebody found the interview's transcript right (O-12). */
    TRANSCRIPT_APPROVED,
    /** The day on which the release plan was closed. */
    PLAN_CLOSED,
    /** The latest day on which the participant signed something or took part in an interview, or that was noted. */
    LAST_CONTACT,
    /** A day that the schedule names itself. */
    DATE,
    /** The day on which somebody looked at the record again and kept it; it starts no clock of its own. */
    REVIEWED;

    /** Whether a schedule can begin with it. */
    public boolean startsSchedules() {
        return this != REVIEWED;
    }

    /** Whether a person notes it; the others follow from what is kept. */
    public boolean isNoted() {
        return this == TRANSCRIPT_APPROVED || this == PLAN_CLOSED || this == LAST_CONTACT || this == REVIEWED;
    }
}
