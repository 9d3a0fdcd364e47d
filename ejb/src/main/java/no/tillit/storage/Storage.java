package no.tillit.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.Executor;
import no.tillit.kernel.ExtensionPoint;

/**
 * Bytes under an id, written once: whole or not there at all. It knows neither keys nor plaintext; {@link EncryptedBlobs}
 * stands in front of it.
 *
 * <p>Guarantees, whatever the size, in constant memory: what {@link Writing#keep} returned for survives a crash of process
 * or machine; nothing finds a blob before that; what {@link #delete} returned for does not come back after a crash. What
 * a crash leaves half-way is found by {@link #eachUnfinished}. Hides nothing and checks nothing: damage is for the reader
 * to notice.
 *
 * <p>An {@link IOException} means that the store failed, and tells nothing about whether the blob is there.
 */
@ExtensionPoint
public interface Storage {
    /** Starts a blob that nobody finds until it is kept. */
    Writing begin(BlobId id) throws IOException;

    /**
     * Opens a blob that was kept.
     *
     * @throws BlobGone when there is none with this id
     */
    Reading open(BlobId id) throws IOException;

    boolean exists(BlobId id) throws IOException;

    /**
     * Removes a blob for good, with every older version that the store may have of it.
     *
     * @return whether it was there
     */
    boolean delete(BlobId id) throws IOException;

    /**
     * Removes blobs for good, as {@link #delete} each; those that are gone already are fine. When it throws, some of them may be gone.
     *
     * @param threads for a store that answers over a network; runs what it is given in the caller's when it has none free
     */
    default void deleteAll(Collection<BlobId> ids, Executor threads) throws IOException {
        for (BlobId id : ids) {
            delete(id);
        }
    }

    /** Every blob kept before the moment given, in no order; one that goes meanwhile may be left out. */
    void eachKept(Instant before, Visitor visitor) throws IOException;

    /** Every blob begun and not written to since the moment given, and never kept. */
    void eachUnfinished(Instant before, Visitor visitor) throws IOException;

    /** Removes what {@link #begin} made, by this process or another; does nothing to a blob that was kept. */
    void abandon(BlobId id) throws IOException;

    /** A blob on its way in. Closing it removes all of it, unless it was kept. */
    interface Writing extends Closeable {
        /** Adds bytes; the array may be used again when this returns. */
        void write(byte[] bytes, int offset, int length) throws IOException;

        /** Ends the blob: when this returns it is whole, durable and found; when it throws it will be removed. */
        void keep() throws IOException;
    }

    /** A blob that was found, as it was then. */
    interface Reading extends Closeable {
        long length();

        /** The bytes from {@code from}, counted from 0, up to and without {@code toExclusive}; the caller closes it. */
        InputStream bytes(long from, long toExclusive) throws IOException;
    }

    /** What is done with each blob of a listing. */
    interface Visitor {
        void visit(BlobId id) throws IOException;
    }
}
