package no.tillit.document;

/**
 * Where a document is in its life. It begins when it is wholly received and checked, and ends when its row is erased:
 * what is on its way in has no row yet, and what is destroyed has none any more.
 */
public enum DocumentState {
    /** Put forward as anonymised; it waits for a second person, and those it was made from decide how it stands. */
    PUT_FORWARD,
    /** Its content can be read by those whom role, purpose, consent and approval allow. */
    AVAILABLE,
    /** Its content is closed to everyone (GDPR Art 18): consent was withdrawn; it waits for its erasure. */
    RESTRICTED
}
