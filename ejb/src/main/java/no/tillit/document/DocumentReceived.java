package no.tillit.document;

import java.util.UUID;
import no.tillit.kernel.ProjectId;

/** A document was received whole and is kept; observed in the transaction that keeps it. */
public record DocumentReceived(DocumentId document, DocumentType type, ProjectId project, UUID attachedTo) {}
