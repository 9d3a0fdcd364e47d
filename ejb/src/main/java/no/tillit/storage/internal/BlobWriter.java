package no.tillit.storage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Executor;
import no.tillit.keys.ContentCipher;
import no.tillit.keys.SegmentSealer;
import no.tillit.storage.BlobId;
import no.tillit.storage.ContentInterrupted;
import no.tillit.storage.Storage;
import no.tillit.storage.StoredBlob;

/**
 * Plaintext on its way to a blob: the caller's thread reads and encrypts a segment while a second hashes the one before and
 * a third stores it. Four buffers of 1 MiB for content of any size; for small content as much as it is long.
 */
public final class BlobWriter {
    private static final int SMALL = 64 * 1024;
    private static final int BUFFERS = 3;

    private final SegmentSealer sealer;
    private final Storage.Writing blob;
    private final Beside hashing;
    private final Beside storing;
    private final SegmentHashes hashes = new SegmentHashes();
    private final byte[][] sealed = new byte[BUFFERS][0];
    private byte[] plain = new byte[SMALL];
    private long stored;

    public BlobWriter(SegmentSealer sealer, Storage.Writing blob, Executor threads) {
        this.sealer = sealer;
        this.blob = blob;
        this.hashing = new Beside(threads, BUFFERS - 1);
        this.storing = new Beside(threads, BUFFERS - 1);
    }

    /**
     * Takes the content to its end; the blob is not kept yet.
     *
     * @throws ContentInterrupted when the content fails
     * @throws IOException when the store fails
     */
    public StoredBlob write(BlobId id, InputStream plaintext) throws IOException {
        try {
            long length = segments(plaintext);
            byte[] list = hashes.list();
            store(list, list.length);
            return new StoredBlob(id, length, stored, hashes.digest());
        } finally {
            hashing.end();
            storing.end();
            Arrays.fill(plain, (byte) 0);
        }
    }

    private long segments(InputStream plaintext) throws IOException {
        long length = 0;
        int full = ContentCipher.FIRST;
        int there = 0;
        for (int number = 0; ; number++) {
            there = fill(plaintext, there, full + 1);
            boolean last = there <= full;
            int taken = Math.min(there, full);
            segment(number, taken, last);
            length += taken;
            if (last) {
                hashing.await();
                storing.await();
                return length;
            }
            plain[0] = plain[full];
            there = 1;
            full = ContentCipher.NEXT;
        }
    }

    private void segment(int number, int taken, boolean last) throws IOException {
        int room = taken + ContentCipher.TAG + (number == 0 ? ContentCipher.HEADER : 0);
        int buffer = number % BUFFERS;
        byte[] into = sealed[buffer].length < room ? new byte[room] : sealed[buffer];
        sealed[buffer] = into;
        int made = sealer.seal(plain, taken, last, into);
        if (last && number == 0) {
            hashes.add(into, made);
            store(into, made);
        } else {
            hashing.start(() -> hashes.add(into, made));
            storing.start(() -> store(into, made));
        }
    }

    private void store(byte[] bytes, int length) throws IOException {
        blob.write(bytes, 0, length);
        stored += length;
    }

    /** Reads until that many bytes are there, or the content ends. */
    private int fill(InputStream plaintext, int there, int wanted) {
        int have = there;
        while (have < wanted) {
            if (have == plain.length) {
                plain = grown(plain);
            }
            int read = next(plaintext, have, Math.min(plain.length, wanted) - have);
            if (read < 0) {
                return have;
            }
            have += read;
        }
        return have;
    }

    private static byte[] grown(byte[] small) {
        byte[] full = Arrays.copyOf(small, ContentCipher.NEXT + 1);
        Arrays.fill(small, (byte) 0);
        return full;
    }

    private int next(InputStream plaintext, int at, int most) {
        try {
            return plaintext.read(plain, at, most);
        } catch (IOException e) {
            throw new ContentInterrupted(e);
        }
    }
}
