package no.tillit.document;

/** How much harm the content of a document can do in wrong hands. */
public enum Sensitivity {
    /** Ordinary personal data. */
    ORDINARY,
    /** Told in confidence, or about convictions, health and the like (GDPR Art 9 and 10, O-14). */
    SPECIAL
}
