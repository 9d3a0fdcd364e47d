package no.tillit.document;

import java.util.UUID;

/**
 * Somebody has had the whole of a document that waits for a decision, from its first byte to its last; observed in a transaction of its
 * own. Of other documents nobody asks, and nothing is told.
 */
public record DocumentHandedOut(DocumentId document, UUID attachedTo, String username) {}
