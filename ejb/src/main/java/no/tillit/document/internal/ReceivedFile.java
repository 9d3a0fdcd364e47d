package no.tillit.document.internal;

import java.util.List;
import java.util.UUID;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentType;
import no.tillit.document.FileFormat;
import no.tillit.keys.WrappedShare;
import no.tillit.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/** A file that is wholly here, checked and encrypted, and has no row yet. */
public record ReceivedFile(
        DocumentId id,
        UUID keyId,
        DocumentType type,
        FileFormat format,
        String name,
        List<WrappedShare> shares,
        StoredBlob original,
        @Nullable StoredBlob text,
        IntakeReport report,
        @Nullable String requestKey) {
    public ReceivedFile {
        shares = List.copyOf(shares);
    }

    @Override
    public String toString() {
        return "ReceivedFile[" + id.value() + "]";
    }
}
