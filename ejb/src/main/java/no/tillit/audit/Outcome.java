package no.tillit.audit;

/** How an attempt ended. */
public enum Outcome {
    ALLOWED,
    REFUSED
}
