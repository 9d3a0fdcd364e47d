package no.tillit.consent;

/** Why a form does not count, though it was recorded. */
public enum InvalidReason {
    /** It cannot be read. */
    ILLEGIBLE,
    /** Pages or answers are missing. */
    INCOMPLETE,
    /** Nobody has signed it. */
    NOT_SIGNED,
    /** The day of signing is missing. */
    NOT_DATED,
    /** It says something else than what was recorded. */
    MISREAD,
    /** It is somebody else's. */
    WRONG_PERSON,
    /** It is not the form of this project. */
    WRONG_FORM
}
