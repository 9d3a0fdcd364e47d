package no.tillit.erasure;

/** Whom the loss of an item concerns besides the participant: the preview says so in a sentence (O-13). */
public enum Reach {
    /** Only the participant, or nobody in particular. */
    OWN,
    /** A focus group's recording: it needs every member's key, so it ends for all. */
    GROUP_RECORDING,
    /** A focus group's transcript: until it is kept by speaker, it ends for all. */
    GROUP_TRANSCRIPT
}
