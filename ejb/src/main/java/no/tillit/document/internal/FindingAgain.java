package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import no.tillit.document.DocumentContent.Sealed;
import no.tillit.document.DocumentId;
import no.tillit.storage.BlobId;
import no.tillit.storage.ContentRole;
import no.tillit.storage.StoredBlob;

/** Where a document's content lies now: since it was looked up, a replacement of keys may have written it anew. */
@ApplicationScoped
public class FindingAgain {
    @Inject
    private Documents documents;

    /** What it takes to open it now, if that is another blob than this; asked in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Sealed> elsewhere(DocumentId id, ContentRole role, BlobId known) {
        return documents
                .find(id)
                .filter(document -> {
                    StoredBlob blob = document.blob(role);
                    return blob != null && !blob.id().equals(known);
                })
                .map(document -> document.sealed(role));
    }
}
