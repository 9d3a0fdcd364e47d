package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.KeysUnavailable;
import no.tillit.keys.NewDocumentKey;
import no.tillit.storage.ContentContext;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;

/** Files and pages lie encrypted, each under a key of its own that its person's key, or the project's, opens. */
@ApplicationScoped
public class Contents {
    @Inject
    private DocumentKeys keys;

    @Inject
    private EncryptedBlobs blobs;

    /**
     * Encrypts the stream to its end; the row is the caller's to write.
     *
     * @param record the row it is for
     */
    public SealedColumns write(
            ProjectId project, SubjectId subject, UUID record, ContentRole role, InputStream content) {
        UUID keyId = UUID.randomUUID();
        try (NewDocumentKey key = keys.create(keyId, Set.of(subject))) {
            var stored = blobs.write(key.key(), context(project, subject, record, role), content);
            return new SealedColumns(keyId, key.shares().get(0), stored);
        }
    }

    /** Its plaintext; closing it closes the key. */
    public InputStream open(ProjectId project, UUID record, ContentRole role, SealedColumns sealed) {
        DocumentKey key = keys.open(sealed.keyId(), List.of(sealed.share()));
        try {
            InputStream plain = blobs.open(key, context(project, sealed.subject(), record, role), sealed.blob());
            return new FilterInputStream(plain) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    return in.read(into, offset, length);
                }

                @Override
                public void close() throws IOException {
                    try (key) {
                        super.close();
                    }
                }
            };
        } catch (RuntimeException e) {
            key.close();
            throw e;
        }
    }

    /**
     * To be asked in the transaction that keeps the row: the subject's key may have been replaced since this was written.
     *
     * @throws KeysUnavailable when it has been; written once more, it is under the new one
     */
    public void requireCurrent(SealedColumns sealed) {
        if (!keys.isCurrent(sealed.keyId(), sealed.share())) {
            throw new KeysUnavailable(new IllegalStateException("the subject's key has been replaced"));
        }
    }

    /** Removes its bytes for good; fine when they are gone. */
    public void delete(SealedColumns sealed) {
        blobs.delete(sealed.blob().id());
    }

    private static ContentContext context(ProjectId project, SubjectId subject, UUID record, ContentRole role) {
        return new ContentContext(project, Set.of(subject), record, 1, role);
    }
}
