package no.tillit.storage;

/** What a blob is to its document. */
public enum ContentRole {
    /** The bytes that were uploaded. */
    ORIGINAL,
    /** The text that was extracted from them. */
    EXTRACT,
    /** A picture of them. */
    PREVIEW
}
