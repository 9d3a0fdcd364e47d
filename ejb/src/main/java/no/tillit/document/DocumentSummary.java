package no.tillit.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * One line in a list of documents.
 *
 * @param fileName null when the reader's role has no need for what the document says, or it is closed to everyone
 * @param attachedTo the id of the interview, participant, consent or material; {@link DocumentType#attachedTo} says which
 * @param pseudonyms whom it is about, in order; empty when nobody in particular
 * @param length of the file in bytes
 */
public record DocumentSummary(
        DocumentId id,
        ProjectId project,
        DocumentType type,
        FileFormat format,
        DocumentState state,
        UUID attachedTo,
        List<String> pseudonyms,
        @Nullable String fileName,
        long length,
        Instant receivedAt,
        String receivedBy) {
    public DocumentSummary {
        pseudonyms = List.copyOf(pseudonyms);
    }

    /** Without the file name, which may hold a person's. */
    @Override
    public String toString() {
        return "DocumentSummary[" + id.value() + "]";
    }
}
