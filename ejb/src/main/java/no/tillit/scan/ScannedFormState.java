package no.tillit.scan;

/** How far a scanned form has come. */
public enum ScannedFormState {
    /** Its code says whose it is and all its pages are there: somebody reads it and records what it says. */
    PROPOSED,
    /** Somebody has to find out whose it is. */
    BY_HAND,
    /** The consent is recorded, and the scan is not attached to it yet. */
    ATTACHING,
    /** The consent is recorded with the scan. */
    MATCHED
}
