package no.tillit.reminder;

/** What people are reminded of. */
public enum ReminderKind {
    /** A schedule disposes of records soon. */
    DUE,
    /** Somebody has to look at records soon. */
    REVIEW,
    /** Somebody has to look at a hold. */
    HOLD_REVIEW,
    /** The approval's last day comes near. */
    APPROVAL_ENDS,
    /** What people said yes to runs out; those who are to go on are asked again before that day. */
    CONSENT_ENDS,
    /** A person's request waits for its answer, and the last day for it comes near. */
    ANSWER_DUE
}
