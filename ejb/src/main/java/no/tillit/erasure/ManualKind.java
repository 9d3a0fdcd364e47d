package no.tillit.erasure;

/** What no program can erase. */
public enum ManualKind {
    /** A signed form or a printout. */
    PAPER,
    /** A recorder, or the card in it. */
    RECORDER,
    /** Any other copy outside Tillit. */
    OTHER_COPY
}
