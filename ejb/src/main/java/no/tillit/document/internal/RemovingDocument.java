package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import no.tillit.document.DocumentId;
import no.tillit.storage.EncryptedBlobs;

/** A document goes with its bytes in every form before its row, so that a crash leaves the row by which they are found again. */
@ApplicationScoped
public class RemovingDocument {
    @Inject
    private ErasableDocuments erasable;

    @Inject
    private EncryptedBlobs blobs;

    /** Whether anything was there to remove. */
    public boolean remove(DocumentId id) {
        UUID[] one = {id.value()};
        blobs.deleteAll(erasable.blobs(one));
        return !erasable.remove(one).isEmpty();
    }
}
