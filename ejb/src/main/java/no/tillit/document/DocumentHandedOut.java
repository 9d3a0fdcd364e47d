package no.tillit.document;

import java.util.UUID;

/** Somebody has had the whole of a document as it was sent, from its first byte to its last; observed in a transaction of its own. */
public record DocumentHandedOut(DocumentId document, DocumentType type, UUID attachedTo, String username) {}
