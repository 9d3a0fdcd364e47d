package no.tillit.access;

/**
 * How a record stands, as far as that decides who may do what with it. The features say how it stands; {@link AccessTable}
 * says what follows.
 */
public enum RecordState {
    /** The approval runs, and nobody it is about is blocked. */
    OPEN,
    /** The approval's end date has passed (O-09). */
    PROJECT_ENDED,
    /** What it rests on was withdrawn; it waits for its erasure (GDPR Art 18, O-06). */
    RESTRICTED,
    /** Somebody it is about is blocked: withdrawn altogether, or to be erased. */
    BLOCKED,
    /** It is gone, or somebody it is about is. */
    ERASED
}
