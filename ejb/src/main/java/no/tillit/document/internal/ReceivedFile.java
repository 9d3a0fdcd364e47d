package no.tillit.document.internal;

import java.util.UUID;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentType;
import no.tillit.document.FileFormat;
import no.tillit.document.FileWords;
import no.tillit.keys.NewDocumentKey;
import no.tillit.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/**
 * A file that is wholly here, checked and encrypted, and has no row yet.
 *
 * @param made its key, with the shares to be kept and its name, encrypted; open until the row is kept
 */
public record ReceivedFile(
        DocumentId id,
        UUID keyId,
        DocumentType type,
        FileFormat format,
        String name,
        NewDocumentKey made,
        StoredBlob original,
        @Nullable StoredBlob text,
        IntakeReport report,
        @Nullable String requestKey) {
    /** What can be read in it. */
    FileWords words() {
        return new FileWords(name, report.textCut() || report.text().isBlank() ? null : report.text());
    }

    @Override
    public String toString() {
        return "ReceivedFile[" + id.value() + "]";
    }
}
