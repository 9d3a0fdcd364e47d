package no.tillit.document;

/** What a document hangs on. */
public enum AttachedTo {
    INTERVIEW,
    PARTICIPANT,
    CONSENT,
    /** A piece of anonymised material of the project: nobody in particular. */
    MATERIAL
}
