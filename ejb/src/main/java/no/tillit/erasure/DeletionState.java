package no.tillit.erasure;

/** Where a deletion job stands: PROPOSED, then REFUSED or APPROVED, EXECUTING, and COMPLETED or PARTLY_FAILED. */
public enum DeletionState {
    /** The preview is there; a second person is to decide. */
    PROPOSED,
    /** A person said no, with a reason. */
    REFUSED,
    /** A second person said yes; the batch job is about to start. */
    APPROVED,
    /** The batch job is at it; after a crash it goes on from here. */
    EXECUTING,
    /** Something could not be erased or is still found. It can be tried again. */
    PARTLY_FAILED,
    /** Everything is gone, looked for again, and certified. */
    COMPLETED
}
