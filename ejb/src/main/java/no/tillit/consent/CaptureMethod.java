package no.tillit.consent;

/** How a consent was taken down. */
public enum CaptureMethod {
    /** Signed on paper and recorded by a member of the project, who attaches the scan. */
    PAPER
}
