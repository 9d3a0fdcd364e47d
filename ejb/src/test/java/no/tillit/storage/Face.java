package no.tillit.storage;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One way to use a store, so that one contract holds for both. */
interface Face {
    /** @param row what the decorator's row would keep */
    record Kept(BlobId id, @Nullable StoredBlob row) {}

    Kept keep(InputStream content) throws IOException;

    byte[] read(Kept blob) throws IOException;

    byte[] range(Kept blob, long from, long toExclusive) throws IOException;
}
