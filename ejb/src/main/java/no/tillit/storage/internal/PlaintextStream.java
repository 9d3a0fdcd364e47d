package no.tillit.storage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import no.tillit.keys.SegmentOpener;
import no.tillit.storage.StorageUnavailable;

/**
 * The plaintext of a part of a blob, every byte of it authentic. The caller's thread decrypts a segment while others
 * read and verify the next ones; nothing beyond the part is read. Four buffers of 1 MiB, less for less.
 */
public final class PlaintextStream extends InputStream {
    private final Layout layout;
    private final SegmentsAhead ahead;
    private final SegmentOpener opener;
    private final int lastWanted;
    private final long toExclusive;
    private final byte[] plain;

    private int loaded;
    private long position;
    private int at;
    private int end;

    /**
     * @param first the segment with the first byte wanted, already read and verified
     * @param source of the segments after it
     * @param threads for what runs beside the caller
     */
    PlaintextStream(
            Layout layout,
            byte[] first,
            SegmentsAhead.Source source,
            SegmentOpener opener,
            Executor threads,
            long from,
            long to)
            throws IOException {
        this.layout = layout;
        this.opener = opener;
        this.toExclusive = to;
        this.position = from;
        this.loaded = layout.segmentOf(from);
        this.lastWanted = layout.segmentOf(Math.max(from, to - 1));
        this.plain = new byte[first.length];
        this.ahead = new SegmentsAhead(layout, source, loaded, lastWanted, first, threads);
        try {
            decrypt(loaded);
        } catch (IOException | RuntimeException e) {
            ahead.end();
            throw e;
        }
    }

    @Override
    public int read() {
        return isMore() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0 || !isMore()) {
            return length == 0 ? 0 : -1;
        }
        int most = Math.min(length, end - at);
        System.arraycopy(plain, at, into, offset, most);
        at += most;
        return most;
    }

    /** Fails with an {@link IOException} only when {@code out} does. */
    @Override
    public long transferTo(OutputStream out) throws IOException {
        long sent = 0;
        while (isMore()) {
            int part = end - at;
            out.write(plain, at, part);
            at += part;
            sent += part;
        }
        return sent;
    }

    private boolean isMore() {
        if (at < end) {
            return true;
        }
        if (loaded == lastWanted) {
            return false;
        }
        try {
            decrypt(loaded + 1);
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
        return true;
    }

    /** Opens a segment, and has the next ones fetched meanwhile. */
    private void decrypt(int number) throws IOException {
        ahead.fetchAfter(number);
        byte[] segment = ahead.take(number);
        boolean last = number == layout.segments() - 1;
        int length = opener.open(segment, layout.lengthOf(number), number, last, plain);
        loaded = number;
        long begins = layout.plaintextAt(number);
        at = (int) (position - begins);
        end = (int) Math.min(length, toExclusive - begins);
        position = begins + length;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(plain, (byte) 0);
        at = end;
        ahead.close();
    }
}
