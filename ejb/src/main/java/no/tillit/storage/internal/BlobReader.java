package no.tillit.storage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Function;
import no.tillit.keys.ContentCipher;
import no.tillit.keys.SegmentOpener;
import no.tillit.keys.Tampered;
import no.tillit.storage.Storage;
import no.tillit.storage.StoredBlob;

/**
 * A blob is read only as far as it is what its row remembers: its length, then the list of its segments' hashes, then
 * each segment before it is decrypted.
 */
public final class BlobReader {
    private final Storage.Reading blob;
    private final Layout layout;
    private final SegmentHashes hashes;

    /**
     * Checks the length and the digest of a blob against its row.
     *
     * @throws Tampered when they differ
     */
    public BlobReader(Storage.Reading blob, StoredBlob row) throws IOException {
        this.blob = blob;
        this.layout = Layout.ofPlaintext(row.plaintextLength());
        if (blob.length() != row.ciphertextLength() || blob.length() != layout.length()) {
            throw new Tampered("A blob is not as long as it was");
        }
        this.hashes = new SegmentHashes(part(layout.hashesAt(), layout.length()));
        if (!Arrays.equals(hashes.digest(), row.sha256())) {
            throw new Tampered("A blob is not the one that was written");
        }
    }

    /**
     * The plaintext from a position on, up to and without another. The first segment is verified and decrypted when this
     * returns. Closing the stream closes the blob.
     *
     * @param key makes what opens segments from the blob's first bytes
     */
    public InputStream plaintext(Function<byte[], SegmentOpener> key, long from, long to, Executor threads)
            throws IOException {
        int first = layout.segmentOf(from);
        int last = layout.segmentOf(Math.max(from, to - 1));
        Segments segments = new Segments(blob.bytes(layout.at(first), layout.at(last) + layout.lengthOf(last)));
        try {
            byte[] segment = new byte[layout.lengthOf(first)];
            segments.read(first, segment);
            segments.verify(first, segment);
            byte[] header = first == 0 ? Arrays.copyOf(segment, ContentCipher.HEADER) : part(0, ContentCipher.HEADER);
            return new PlaintextStream(layout, segment, segments, key.apply(header), threads, from, to);
        } catch (IOException | RuntimeException e) {
            segments.close();
            throw e;
        }
    }

    private byte[] part(long from, long to) throws IOException {
        try (InputStream in = blob.bytes(from, to)) {
            byte[] bytes = new byte[(int) (to - from)];
            if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                throw new Tampered("A blob is not as long as it was");
            }
            return bytes;
        }
    }

    private final class Segments implements SegmentsAhead.Source {
        private final InputStream in;

        Segments(InputStream in) {
            this.in = in;
        }

        @Override
        public void read(int segment, byte[] into) throws IOException {
            int length = layout.lengthOf(segment);
            if (in.readNBytes(into, 0, length) < length) {
                throw new Tampered("A blob is not as long as it was");
            }
        }

        @Override
        public void verify(int segment, byte[] bytes) {
            if (!hashes.matches(segment, bytes, layout.lengthOf(segment))) {
                throw new Tampered("A segment of a blob is not the one that was written");
            }
        }

        @Override
        public void close() throws IOException {
            try (blob) {
                in.close();
            }
        }
    }
}
