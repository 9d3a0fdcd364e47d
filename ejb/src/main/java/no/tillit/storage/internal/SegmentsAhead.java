package no.tillit.storage.internal;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Segments of a blob that are wanted soon: one thread reads them in their order, another verifies each that was read. Three
 * buffers of 1 MiB, less for less.
 */
final class SegmentsAhead implements AutoCloseable {
    /** Where segments come from. */
    interface Source extends AutoCloseable {
        /** Reads a segment, the one after that of the last call. */
        void read(int segment, byte[] into) throws IOException;

        /** @throws no.tillit.keys.Tampered when it is not the one that was written */
        void verify(int segment, byte[] bytes);

        @Override
        void close() throws IOException;
    }

    private static final int BUFFERS = 3;

    private final Layout layout;
    private final Source source;
    private final int last;
    private final Beside reading;
    private final Beside verifying;
    private final byte[][] buffers = new byte[BUFFERS][];
    private int asked;
    private int verified;
    private @Nullable Throwable failure;

    /**
     * @param first a segment that was read and verified already
     * @param last the last one wanted
     */
    SegmentsAhead(Layout layout, Source source, int first, int last, byte[] bytes, Executor threads) {
        this.layout = layout;
        this.source = source;
        this.last = last;
        this.reading = new Beside(threads, BUFFERS);
        this.verifying = new Beside(threads, BUFFERS);
        this.asked = first;
        this.verified = first;
        buffers[first % BUFFERS] = bytes;
    }

    /** Has the ones after this one fetched, into buffers that are not needed any more: this one's and later ones stay. */
    void fetchAfter(int segment) throws IOException {
        while (asked < Math.min(last, segment + BUFFERS - 1)) {
            int number = ++asked;
            byte[] into = room(number);
            reading.start(() -> noting(() -> {
                source.read(number, into);
                verifying.start(() -> noting(() -> verify(number, into)));
            }));
        }
    }

    private void verify(int number, byte[] bytes) {
        source.verify(number, bytes);
        synchronized (this) {
            verified = number;
            notifyAll();
        }
    }

    /** The segment, which was asked for; returns when it is verified. */
    byte[] take(int segment) throws IOException {
        awaitVerified(segment);
        return Objects.requireNonNull(buffers[segment % BUFFERS]);
    }

    private synchronized void awaitVerified(int segment) throws IOException {
        boolean interrupted = false;
        while (verified < segment && failure == null) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (verified < segment) {
            Beside.rethrow(failure);
        }
    }

    private void noting(Beside.Piece piece) throws IOException {
        try {
            piece.work();
        } catch (IOException | RuntimeException | Error e) {
            synchronized (this) {
                failure = e;
                notifyAll();
            }
            throw e;
        }
    }

    private byte[] room(int segment) {
        int buffer = segment % BUFFERS;
        byte[] there = buffers[buffer];
        if (there == null || there.length < layout.lengthOf(segment)) {
            there = new byte[layout.lengthOf(segment)];
            buffers[buffer] = there;
        }
        return there;
    }

    /** Returns when nothing is read any more. */
    void end() {
        reading.end();
        verifying.end();
    }

    @Override
    public void close() throws IOException {
        end();
        source.close();
    }
}
