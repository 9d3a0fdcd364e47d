package no.tillit.storage.internal;

import static no.tillit.keys.ContentCipher.FIRST;
import static no.tillit.keys.ContentCipher.HEADER;
import static no.tillit.keys.ContentCipher.NEXT;
import static no.tillit.keys.ContentCipher.SEGMENT;
import static no.tillit.keys.ContentCipher.TAG;

/**
 * Where everything lies in a blob: {@code segments | their hashes}, each segment 1 MiB but the last, each hash 32 bytes.
 *
 * @param segments how many; at least one, which is empty but for its header and tag when the content is empty
 * @param hashesAt bytes before the first hash: what the segments take
 */
public record Layout(int segments, long hashesAt) {
    /** Bytes of a segment's hash. */
    public static final int HASH = 32;

    /** Of a content with this many bytes of plaintext. */
    public static Layout ofPlaintext(long length) {
        long later = Math.max(0, length - FIRST);
        int segments = Math.toIntExact(1 + (later + NEXT - 1) / NEXT);
        return new Layout(segments, HEADER + length + (long) TAG * segments);
    }

    /**
     * Of a blob with this many bytes.
     *
     * @throws IllegalArgumentException when no blob has this length
     */
    public static Layout ofBlob(long length) {
        long each = (long) SEGMENT + HASH;
        int segments = Math.toIntExact((length + each - 1) / each);
        Layout layout = new Layout(segments, length - (long) HASH * segments);
        long last = layout.hashesAt - (long) SEGMENT * (segments - 1);
        if (segments < 1 || last < TAG + (segments == 1 ? HEADER : 1)) {
            throw new IllegalArgumentException("no blob has this length");
        }
        return layout;
    }

    /** Bytes of the whole blob. */
    public long length() {
        return hashesAt + (long) HASH * segments;
    }

    /** Where a segment begins. */
    public long at(int segment) {
        return (long) SEGMENT * segment;
    }

    /** How many bytes of the blob a segment takes. */
    public int lengthOf(int segment) {
        return (int) Math.min(SEGMENT, hashesAt - at(segment));
    }

    /** The segment that holds this byte of the plaintext. */
    public int segmentOf(long plaintext) {
        int segment = plaintext < FIRST ? 0 : (int) (1 + (plaintext - FIRST) / NEXT);
        return Math.min(segment, segments - 1);
    }

    /** The first byte of the plaintext that a segment holds. */
    public long plaintextAt(int segment) {
        return segment == 0 ? 0 : FIRST + (long) NEXT * (segment - 1);
    }
}
