package no.tillit.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.tillit.document.internal.Sending;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.KeysUnavailable;
import no.tillit.keys.Tampered;
import no.tillit.keys.WrappedShare;
import no.tillit.storage.BlobId;
import no.tillit.storage.ContentContext;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StoredBlob;

/**
 * Content that may be handed out now: who opened it, and why, is in the audit log already. It is decrypted as it is
 * written, in constant memory, and only for as long as it may be: consent, membership and approval are asked again on the way.
 *
 * <p>Every byte written is authentic. When writing throws {@link DocumentDamaged} half-way, what was written is
 * not whole and must not look so.
 */
public final class DocumentContent {
    private final String mediaType;
    private final String fileName;
    private Sealed sealed;

    /** What it takes to open it. */
    public record Sealed(UUID keyId, Collection<WrappedShare> shares, ContentContext context, StoredBlob blob) {
        public Sealed {
            shares = List.copyOf(shares);
        }
    }

    private final DocumentKeys keys;
    private final EncryptedBlobs blobs;
    private final Sending sending;
    private final Runnable whole;
    private final Function<BlobId, Optional<Sealed>> again;
    private final Function<Tampered, DocumentDamaged> damaged;

    /**
     * For {@link ReadingDocuments}, after it has asked everyone who must be asked.
     *
     * @param whole is told when all of it has been written, from the first byte to the last
     * @param again finds the content when it has been encrypted anew and does not lie in this blob any more
     * @param damaged writes damage down and says what to throw
     */
    public DocumentContent(
            String mediaType,
            String fileName,
            Sealed sealed,
            DocumentKeys keys,
            EncryptedBlobs blobs,
            Sending sending,
            Runnable whole,
            Function<BlobId, Optional<Sealed>> again,
            Function<Tampered, DocumentDamaged> damaged) {
        this.again = again;
        this.damaged = damaged;
        this.mediaType = mediaType;
        this.fileName = fileName;
        this.sealed = sealed;
        this.keys = keys;
        this.blobs = blobs;
        this.sending = sending;
        this.whole = whole;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The name under which it was sent; may hold a person's name. */
    public String fileName() {
        return fileName;
    }

    /** How many bytes there are. */
    public long length() {
        return sealed.blob().plaintextLength();
    }

    /**
     * Writes all of it; does not close {@code out}.
     *
     * @throws TransferRefused when too many are on their way; nothing has been written then
     * @throws DownloadStopped when it may not be handed out any more; the answer must not look complete
     * @throws DocumentDamaged when it is not what was kept
     * @throws IOException when {@code out} fails
     */
    public void writeTo(OutputStream out) throws IOException {
        writeTo(out, 0, length());
    }

    /**
     * Writes the bytes from {@code from}, counted from 0, up to and without {@code toExclusive}; does not close
     * {@code out}.
     *
     * @throws IllegalArgumentException when these are not within the content
     * @throws TransferRefused as in {@link #writeTo(OutputStream)}
     * @throws DownloadStopped as in {@link #writeTo(OutputStream)}
     * @throws DocumentDamaged when it is not what was kept, as far as these bytes touch it
     * @throws IOException when {@code out} fails
     */
    public void writeTo(OutputStream out, long from, long toExclusive) throws IOException {
        try (var slot = sending.begin()) {
            var leaving = sending.through(out);
            try {
                read(leaving, from, toExclusive);
            } catch (Tampered noticed) {
                sealed = again.apply(sealed.blob().id()).orElseThrow(() -> damaged.apply(noticed));
                if (leaving.hasBegun()) {
                    throw new DownloadStopped(new KeysUnavailable(noticed));
                }
                read(leaving, from, toExclusive);
            }
        } catch (Tampered damage) {
            throw damaged.apply(damage);
        }
        if (from == 0 && toExclusive == length()) {
            whole.run();
        }
    }

    private void read(OutputStream out, long from, long toExclusive) throws IOException {
        try (DocumentKey key = keys.open(sealed.keyId(), sealed.shares())) {
            blobs.readRange(key, sealed.context(), sealed.blob(), from, toExclusive, out);
        }
    }

    @Override
    public String toString() {
        return "DocumentContent[withheld]";
    }
}
