package no.tillit.document.anonymised;

/** Where a piece of material is on its way from somebody's data to nobody's. */
public enum MaterialState {
    /** Somebody has said what was done; the file is not here yet. Still personal data. */
    BEGUN,
    /** The file is here and waits for a second person. Still personal data: it goes with those it was made from. */
    PUT_FORWARD,
    /** A second person found nobody in it. It is not personal data any more, and stays when the project ends (O-09). */
    RELEASED,
    /** A second person found that somebody may be recognised; the file is gone. */
    REFUSED;

    /** Whether it counts as personal data of those it was made from. */
    public boolean isDraft() {
        return this == BEGUN || this == PUT_FORWARD;
    }
}
