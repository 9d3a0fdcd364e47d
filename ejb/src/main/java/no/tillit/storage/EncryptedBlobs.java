package no.tillit.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import no.tillit.keys.ContentCipher;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.Installation;
import no.tillit.keys.Tampered;
import no.tillit.storage.internal.BlobFiles;
import no.tillit.storage.internal.UnclosedStream;
import no.tillit.storage.internal.VerifiedStream;

/**
 * Content reaches the disk encrypted, whole, and bound to what it belongs to; it leaves only with its key and its
 * context.
 *
 * <p>Write order: blob, fsync, rename, fsync of the folder; the row is the caller's, afterwards. What was acknowledged
 * and never got a row is removed by {@link SweepingBlobs}. Memory is constant (about 3 MiB a stream) whatever the size.
 *
 * <p>A full read checks length and SHA-256 of the ciphertext against the row. A range read checks the length, and the
 * authentication of the segments it reads; since each blob is bound to its own id, which is never used twice, an older
 * blob put in its place opens in neither.
 */
@ApplicationScoped
public class EncryptedBlobs {
    private static final int BUFFER = 64 * 1024;

    private final BlobFiles files;
    private final ContentCipher cipher;
    private final Installation installation;

    @Inject
    public EncryptedBlobs(BlobFiles files, ContentCipher cipher, Installation installation) {
        this.files = files;
        this.cipher = cipher;
        this.installation = installation;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected EncryptedBlobs() {
        this(null, null, null);
    }

    /**
     * Encrypts the stream to its end and keeps it. Does not close it.
     *
     * @throws ContentInterrupted when the stream fails; nothing is kept
     * @throws StorageUnavailable when the disk fails; nothing is kept
     */
    public StoredBlob write(DocumentKey key, ContentContext context, InputStream plaintext) {
        BlobId id = new BlobId(UUID.randomUUID());
        try (FileChannel file = files.begin(id.value())) {
            try {
                StoredBlob stored = encrypt(key, context, id, plaintext, file);
                files.keep(id.value(), file);
                return stored;
            } finally {
                files.abandon(id.value());
            }
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }

    private StoredBlob encrypt(
            DocumentKey key, ContentContext context, BlobId id, InputStream plaintext, FileChannel file)
            throws IOException {
        MessageDigest sha256 = VerifiedStream.sha256();
        OutputStream ciphertext = new DigestOutputStream(new UnclosedStream(Channels.newOutputStream(file)), sha256);
        OutputStream encrypting = cipher.encrypting(key, context.of(installation.id(), id), ciphertext);
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int n = next(plaintext, buffer); n >= 0; n = next(plaintext, buffer)) {
            encrypting.write(buffer, 0, n);
            length += n;
        }
        encrypting.close();
        return new StoredBlob(id, length, file.size(), sha256.digest());
    }

    private static int next(InputStream plaintext, byte[] buffer) {
        try {
            return plaintext.read(buffer);
        } catch (IOException e) {
            throw new ContentInterrupted(e);
        }
    }

    /**
     * Decrypts all of it. Bytes may have been written to {@code out} when it throws: every one of them is authentic, but
     * the answer is not complete and must not look so.
     *
     * @throws Tampered when the file is gone, or is not what was written
     * @throws IOException when {@code out} fails, or the disk
     */
    public void read(DocumentKey key, ContentContext context, StoredBlob blob, OutputStream out) throws IOException {
        try (InputStream plaintext = open(key, context, blob)) {
            plaintext.transferTo(out);
        }
    }

    /**
     * A stream of the plaintext; the caller closes it. Reading to the end checks the digest; every read throws {@link
     * Tampered} rather than give a byte that is not authentic.
     *
     * @throws Tampered when the file is gone or has another length
     */
    public InputStream open(DocumentKey key, ContentContext context, StoredBlob blob) {
        FileChannel file = find(blob);
        try {
            InputStream ciphertext = Channels.newInputStream(file);
            var verified = new VerifiedStream(ciphertext, blob.sha256());
            return verified.around(cipher.decrypting(key, context.of(installation.id(), blob.id()), verified));
        } catch (IOException e) {
            throw closing(file, new StorageUnavailable(e));
        } catch (RuntimeException e) {
            throw closing(file, e);
        }
    }

    /**
     * Decrypts the bytes {@code from} (counted from 0) up to and without {@code toExclusive}, touching only their
     * segments.
     *
     * @throws IllegalArgumentException when the range is not within the content
     * @throws Tampered when the file is gone, has another length, or a segment of the range is not what was written
     * @throws IOException when {@code out} fails, or the disk
     */
    public void readRange(
            DocumentKey key, ContentContext context, StoredBlob blob, long from, long toExclusive, OutputStream out)
            throws IOException {
        if (from < 0 || from > toExclusive || toExclusive > blob.plaintextLength()) {
            throw new IllegalArgumentException("the range is not within the content");
        }
        try (FileChannel file = find(blob);
                InputStream plaintext =
                        cipher.decryptingFrom(key, context.of(installation.id(), blob.id()), file, from)) {
            byte[] buffer = new byte[BUFFER];
            long left = toExclusive - from;
            while (left > 0) {
                int n = plaintext.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new Tampered("Content ends before its length");
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
    }

    /** Removes the blob for good; does nothing if it is gone. */
    public void delete(BlobId id) {
        try {
            files.delete(id.value());
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }

    public boolean exists(BlobId id) {
        return files.exists(id.value());
    }

    private FileChannel find(StoredBlob blob) {
        FileChannel file;
        try {
            file = files.read(blob.id().value());
        } catch (NoSuchFileException e) {
            throw new Tampered("A blob is gone", e);
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
        try {
            if (file.size() != blob.ciphertextLength() || file.size() < ContentCipher.SHORTEST) {
                throw closing(file, new Tampered("A blob is not as long as it was"));
            }
            return file;
        } catch (IOException e) {
            throw closing(file, new StorageUnavailable(e));
        }
    }

    private static RuntimeException closing(FileChannel file, RuntimeException reason) {
        try {
            file.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }
}
