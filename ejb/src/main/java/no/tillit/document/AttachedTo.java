package no.tillit.document;

/** What a document hangs on. */
public enum AttachedTo {
    INTERVIEW,
    PARTICIPANT,
    CONSENT
}
