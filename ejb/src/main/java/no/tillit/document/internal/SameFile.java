package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import no.tillit.document.DocumentDamaged;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.IncomingFile;
import no.tillit.document.RequestKeyReused;
import no.tillit.document.internal.Admission.Admitted;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.KeysUnavailable;
import no.tillit.keys.Tampered;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StorageUnavailable;

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

    @Inject
    private NoticingDamage damage;

    @Inject
    private FindingAgain again;

    /**
     * @return the document that was kept before
     * @throws RequestKeyReused when this is not the same again
     * @throws DocumentDamaged when what was kept is not what it was; that is written down
     * @throws KeysUnavailable when what was kept has been encrypted anew meanwhile: it may be sent once more
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public DocumentSummary require(Document before, Admitted admitted, DocumentType type, IncomingFile file) {
        if (before.type() != type
                || !before.attachedTo().equals(admitted.target().id())) {
            throw new RequestKeyReused();
        }
        try (DocumentKey key = keys.open(before.keyId(), before.wrappedShares());
                InputStream kept = blobs.open(key, before.context(ContentRole.ORIGINAL), before.original())) {
            var sent = new MeasuredStream(file.body(), file.declaredLength(), limits.of(before.format()));
            if (!isSame(new BufferedInputStream(kept, BUFFER), new BufferedInputStream(sent, BUFFER))) {
                throw new RequestKeyReused();
            }
        } catch (Tampered noticed) {
            again.elsewhere(before.id(), ContentRole.ORIGINAL, before.original().id())
                    .ifPresent(elsewhere -> {
                        throw new KeysUnavailable(noticed);
                    });
            throw damage.noticed(
                    before.id().value(),
                    before.original().id().value(),
                    StillOpen.about(admitted.attempt(), before),
                    noticed);
        } catch (IOException e) {
            throw new StorageUnavailable(e);
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
