package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentTarget;
import no.tillit.document.DocumentType;
import no.tillit.document.IncomingFile;
import no.tillit.document.RequestKeyReused;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.DocumentKeys;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;

/**
 * A request that comes again must bring the same file for the same place.
 *
 * <p>The two are compared byte by byte as they stream, so that no digest of anything said has to be kept.
 */
@ApplicationScoped
public class SameFile {
    private static final int BUFFER = 64 << 10;

    @Inject
    private DocumentKeys keys;

    @Inject
    private EncryptedBlobs blobs;

    @Inject
    private UploadLimits limits;

    @Inject
    private Summaries summaries;

    /**
     * @return the document that was kept before
     * @throws RequestKeyReused when this is not the same again
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public DocumentSummary require(Document before, DocumentTarget target, DocumentType type, IncomingFile file) {
        if (before.type() != type || !before.attachedTo().equals(target.id())) {
            throw new RequestKeyReused();
        }
        try (DocumentKey key = keys.open(before.keyId(), before.wrappedShares());
                InputStream kept = blobs.open(key, before.context(ContentRole.ORIGINAL), before.original())) {
            var sent = new MeasuredStream(file.body(), file.declaredLength(), limits.of(before.format()));
            if (!isSame(new BufferedInputStream(kept, BUFFER), new BufferedInputStream(sent, BUFFER))) {
                throw new RequestKeyReused();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return summaries.of(before);
    }

    private static boolean isSame(InputStream one, InputStream other) throws IOException {
        int expected;
        do {
            expected = one.read();
            if (other.read() != expected) {
                return false;
            }
        } while (expected >= 0);
        return true;
    }
}
