package no.tillit.scan.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.WrappedShare;
import no.tillit.storage.BlobId;
import no.tillit.storage.StoredBlob;

/** Encrypted content as its row keeps it: where it lies, and what opens it. */
@Embeddable
public class SealedColumns {
    @Column(name = "subject_id")
    private UUID subject;

    @Column(name = "key_id")
    private UUID keyId;

    private byte[] wrapped;

    private UUID blob;

    private long length;

    @Column(name = "stored_length")
    private long storedLength;

    private byte[] sha256;

    @SuppressWarnings("NullAway.Init")
    protected SealedColumns() {}

    SealedColumns(UUID keyId, WrappedShare share, StoredBlob stored) {
        this.subject = share.subject().value();
        this.keyId = keyId;
        this.wrapped = share.wrapped();
        this.blob = stored.id().value();
        this.length = stored.plaintextLength();
        this.storedLength = stored.ciphertextLength();
        this.sha256 = stored.sha256();
    }

    SubjectId subject() {
        return new SubjectId(subject);
    }

    UUID keyId() {
        return keyId;
    }

    WrappedShare share() {
        return new WrappedShare(subject(), wrapped);
    }

    StoredBlob blob() {
        return new StoredBlob(new BlobId(blob), length, storedLength, sha256);
    }
}
