package no.tillit.erasure;

/** Where a deletion job stands: PROPOSED, then REFUSED or APPROVED, which may be STOPPED, EXECUTING, and how it ended. */
public enum DeletionState {
    /** The preview is there; a second person is to decide. */
    PROPOSED,
    /** A person said no, with a reason. */
    REFUSED,
    /** A second person said yes; the batch job is about to start, or waits for the end of the cooling period. */
    APPROVED,
    /** Somebody stopped it within the cooling period. Nothing was erased, and what was blocked stays blocked. */
    STOPPED,
    /** The batch job is at it; after a crash it goes on from here. */
    EXECUTING,
    /** Something could not be erased or is still found. It can be tried again. */
    PARTLY_FAILED,
    /** Everything here is gone; what only hands can do is not confirmed yet. */
    AWAITING_HANDS,
    /** Everything is gone, looked for again, and certified. */
    COMPLETED
}
