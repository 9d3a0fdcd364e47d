package no.tillit.document;

import java.util.UUID;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A document was received whole and is kept; observed in the transaction that keeps it.
 *
 * @param words what can be read in it; null when it was made here
 */
public record DocumentReceived(
        DocumentId document,
        DocumentType type,
        ProjectId project,
        UUID attachedTo,
        @Nullable FileWords words) {
    /** Of a document that was made here, and is looked through by nobody. */
    public DocumentReceived(DocumentId document, DocumentType type, ProjectId project, UUID attachedTo) {
        this(document, type, project, attachedTo, null);
    }
}
