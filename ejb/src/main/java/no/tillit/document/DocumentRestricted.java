package no.tillit.document;

import no.tillit.kernel.Conflict;

/** The document's content is closed to everyone; it waits for its erasure (GDPR Art 18, O-06). */
public class DocumentRestricted extends Conflict {
    private static final long serialVersionUID = 1L;

    public DocumentRestricted() {
        super(
                "document-restricted",
                "This document is closed, since what it rests on has been withdrawn. It will be erased.");
    }
}
