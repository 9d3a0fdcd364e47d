package no.tillit.consent;

/** How a consent was taken down. */
public enum CaptureMethod {
    /** Signed on paper and recorded by a member of the project, who attaches the scan. */
    PAPER,
    /** Answered and signed by the person on a screen at the meeting; the document as seen is sealed. */
    SCREEN,
    /** Said aloud at the start of a recording. */
    SPOKEN,
    /** Decided by the person and filled in by a member of the project. */
    ON_BEHALF
}
