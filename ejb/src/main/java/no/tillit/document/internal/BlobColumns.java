package no.tillit.document.internal;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import no.tillit.storage.BlobId;
import no.tillit.storage.StoredBlob;

/** A stored blob as its document's row keeps it. */
@Embeddable
public class BlobColumns {
    private UUID blob;
    private long length;
    private long storedLength;
    private byte[] sha256;

    @SuppressWarnings("NullAway.Init")
    protected BlobColumns() {}

    BlobColumns(StoredBlob stored) {
        this.blob = stored.id().value();
        this.length = stored.plaintextLength();
        this.storedLength = stored.ciphertextLength();
        this.sha256 = stored.sha256();
    }

    long length() {
        return length;
    }

    StoredBlob toStoredBlob() {
        return new StoredBlob(new BlobId(blob), length, storedLength, sha256);
    }
}
