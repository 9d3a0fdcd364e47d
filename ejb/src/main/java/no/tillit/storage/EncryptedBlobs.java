package no.tillit.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.UUID;
import no.tillit.keys.AssociatedData;
import no.tillit.keys.ContentCipher;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.Installation;
import no.tillit.keys.Tampered;
import no.tillit.storage.internal.BlobReader;
import no.tillit.storage.internal.BlobThreads;
import no.tillit.storage.internal.BlobWriter;

/**
 * Content reaches a {@link Storage} encrypted, whole, and bound to what it belongs to; it leaves only with its key and its
 * context, and only as far as it is what its row remembers.
 *
 * <p>Write order: the blob, durably; the row is the caller's, afterwards. What was acknowledged and never got a row is
 * removed by {@link SweepingBlobs}. Memory is constant (4 MiB a stream, and what the store needs) whatever the size.
 *
 * <p>Every read, of all or of a part, compares the blob's length and digest with the row before anything else, and each
 * segment it touches with the digest and with its own authentication before a byte of it is released.
 */
@ApplicationScoped
public class EncryptedBlobs {
    private final Storage storage;
    private final ContentCipher cipher;
    private final Installation installation;
    private final BlobThreads threads;

    @Inject
    public EncryptedBlobs(Storage storage, ContentCipher cipher, Installation installation, BlobThreads threads) {
        this.storage = storage;
        this.cipher = cipher;
        this.installation = installation;
        this.threads = threads;
    }

    /** For work outside the application, such as the operator's. */
    public static EncryptedBlobs over(Storage storage, Installation installation) {
        return new EncryptedBlobs(storage, new ContentCipher(), installation, new BlobThreads());
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected EncryptedBlobs() {
        this(null, null, null, null);
    }

    /**
     * Encrypts the stream to its end and keeps it. Does not close it.
     *
     * @throws ContentInterrupted when the stream fails; nothing is kept
     * @throws StorageUnavailable when the store fails; nothing is kept
     */
    public StoredBlob write(DocumentKey key, ContentContext context, InputStream plaintext) {
        BlobId id = new BlobId(UUID.randomUUID());
        var sealer = cipher.sealing(key, place(context, id));
        try (Storage.Writing blob = storage.begin(id)) {
            StoredBlob written = new BlobWriter(sealer, blob, threads).write(id, plaintext);
            blob.keep();
            return written;
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }

    /**
     * Decrypts all of it. Bytes may have been written to {@code out} when it throws: every one of them is authentic, but
     * the answer is not complete and must not look so. Nothing has been written when blob and row do not match, or the
     * first segment is damaged.
     *
     * @throws Tampered when the blob is gone, or is not what was written
     * @throws StorageUnavailable when the store fails
     * @throws IOException when {@code out} fails
     */
    public void read(DocumentKey key, ContentContext context, StoredBlob blob, OutputStream out) throws IOException {
        readRange(key, context, blob, 0, blob.plaintextLength(), out);
    }

    /**
     * A stream of the plaintext; the caller closes it. Every read throws {@link Tampered} rather than give a byte that is
     * not authentic.
     *
     * @throws Tampered when the blob is gone, does not match its row, or its first segment is damaged
     * @throws StorageUnavailable when the store fails
     */
    public InputStream open(DocumentKey key, ContentContext context, StoredBlob blob) {
        return part(key, context, blob, 0, blob.plaintextLength());
    }

    /**
     * Decrypts the bytes {@code from} (counted from 0) up to and without {@code toExclusive}, touching only their
     * segments.
     *
     * @throws IllegalArgumentException when the range is not within the content
     * @throws Tampered when the blob is gone, does not match its row, or a segment of the range is not what was written
     * @throws StorageUnavailable when the store fails
     * @throws IOException when {@code out} fails
     */
    public void readRange(
            DocumentKey key, ContentContext context, StoredBlob blob, long from, long toExclusive, OutputStream out)
            throws IOException {
        if (from < 0 || from > toExclusive || toExclusive > blob.plaintextLength()) {
            throw new IllegalArgumentException("the range is not within the content");
        }
        try (InputStream plaintext = part(key, context, blob, from, toExclusive)) {
            plaintext.transferTo(out);
        }
    }

    /** Removes the blob for good; does nothing if it is gone. */
    public void delete(BlobId id) {
        try {
            storage.delete(id);
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }

    /** Removes them for good, at the cost of a few; those that are gone already are fine. When it throws, some of them may be gone. */
    public void deleteAll(Collection<BlobId> ids) {
        try {
            storage.deleteAll(ids, threads);
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }

    public boolean exists(BlobId id) {
        try {
            return storage.exists(id);
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }

    private InputStream part(DocumentKey key, ContentContext context, StoredBlob row, long from, long to) {
        try {
            Storage.Reading blob = storage.open(row.id());
            try {
                return new BlobReader(blob, row)
                        .plaintext(header -> cipher.opening(key, place(context, row.id()), header), from, to, threads);
            } catch (IOException | RuntimeException e) {
                blob.close();
                throw e;
            }
        } catch (BlobGone e) {
            throw new Tampered("A blob is gone", e);
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }

    private AssociatedData place(ContentContext context, BlobId blob) {
        return context.of(installation.id(), blob);
    }
}
