package no.tillit.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import no.tillit.storage.internal.Layout;
import no.tillit.storage.internal.SegmentHashes;

/** Whether a blob is still what its row remembers, told without any key, in constant memory. */
public enum Fixity {
    /** Every byte is what was kept. */
    WHOLE,
    /** Its length, a segment or the list of their hashes is another. */
    DAMAGED,
    /** There is no such blob. */
    MISSING;

    /**
     * Reads the whole blob.
     *
     * @param length of the blob, from its row
     * @param sha256 the digest, from its row
     * @throws IOException when the store fails, which says nothing about the blob
     */
    public static Fixity of(Storage storage, BlobId id, long length, byte[] sha256) throws IOException {
        try (Storage.Reading blob = storage.open(id)) {
            return blob.length() == length && isWhole(blob, sha256, (bytes, count) -> {}) ? WHOLE : DAMAGED;
        } catch (BlobGone gone) {
            return MISSING;
        }
    }

    /**
     * Copies a blob under its id, reading it once; the copy is kept only when it is whole.
     *
     * @param length of the blob, from its row
     * @param sha256 the digest, from its row
     * @throws IOException when one of the stores fails; nothing is kept then
     */
    public static Fixity ofCopy(Storage from, Storage to, BlobId id, long length, byte[] sha256) throws IOException {
        try (Storage.Reading blob = from.open(id);
                Storage.Writing copy = to.begin(id)) {
            if (blob.length() != length || !isWhole(blob, sha256, (bytes, count) -> copy.write(bytes, 0, count))) {
                return DAMAGED;
            }
            copy.keep();
            return WHOLE;
        } catch (BlobGone gone) {
            return MISSING;
        }
    }

    /** What is done with each piece of a blob as it is read. */
    private interface Sink {
        void take(byte[] bytes, int count) throws IOException;
    }

    private static boolean isWhole(Storage.Reading blob, byte[] sha256, Sink sink) throws IOException {
        Layout layout;
        try {
            layout = Layout.ofBlob(blob.length());
        } catch (IllegalArgumentException noBlobHasThisLength) {
            return false;
        }
        SegmentHashes found = new SegmentHashes();
        try (InputStream in = blob.bytes(0, layout.length())) {
            byte[] segment = new byte[layout.lengthOf(0)];
            for (int number = 0; number < layout.segments(); number++) {
                int wanted = layout.lengthOf(number);
                if (in.readNBytes(segment, 0, wanted) < wanted) {
                    return false;
                }
                found.add(segment, wanted);
                sink.take(segment, wanted);
            }
            byte[] list = in.readAllBytes();
            sink.take(list, list.length);
            return Arrays.equals(found.list(), list) && Arrays.equals(found.digest(), sha256);
        }
    }
}
