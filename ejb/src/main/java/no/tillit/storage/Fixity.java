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
            return blob.length() == length && isWhole(blob, sha256) ? WHOLE : DAMAGED;
        } catch (BlobGone gone) {
            return MISSING;
        }
    }

    private static boolean isWhole(Storage.Reading blob, byte[] sha256) throws IOException {
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
            }
            return Arrays.equals(found.list(), in.readAllBytes()) && Arrays.equals(found.digest(), sha256);
        }
    }
}
