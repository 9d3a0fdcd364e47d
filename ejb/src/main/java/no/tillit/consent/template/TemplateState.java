package no.tillit.consent.template;

/** How far a version has come. */
public enum TemplateState {
    /** Being written; nobody signs it. */
    DRAFT,
    /** Read and published by a second person; it never changes again. */
    PUBLISHED
}
