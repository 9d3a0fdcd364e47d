package no.tillit.storage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import no.tillit.keys.SegmentOpener;
import no.tillit.storage.StorageUnavailable;

/**
 * The plaintext of a part of a blob, every byte of it authentic. The caller's thread decrypts a segment while another
 * reads and verifies the next; nothing beyond the part is read. Three buffers of 1 MiB, less for less.
 */
public final class PlaintextStream extends InputStream {
    /** Where segments come from, read and verified. */
    public interface Source extends AutoCloseable {
        /** Reads a segment, the one after that of the last call. */
        void read(int segment, byte[] into) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final Layout layout;
    private final Source source;
    private final SegmentOpener opener;
    private final Beside beside;
    private final int lastWanted;
    private final long toExclusive;
    private final byte[][] sealed = new byte[2][];
    private final byte[] plain;

    private int loaded;
    private long position;
    private int at;
    private int end;

    /**
     * @param first the segment with the first byte wanted, already read
     * @param source of the segments after it
     * @param beside what runs beside the caller
     */
    PlaintextStream(Layout layout, byte[] first, Source source, SegmentOpener opener, Beside beside, long from, long to)
            throws IOException {
        this.layout = layout;
        this.source = source;
        this.opener = opener;
        this.beside = beside;
        this.toExclusive = to;
        this.position = from;
        this.loaded = layout.segmentOf(from);
        this.lastWanted = layout.segmentOf(Math.max(from, to - 1));
        this.plain = new byte[first.length];
        sealed[loaded % 2] = first;
        decrypt();
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
            beside.await();
            loaded++;
            decrypt();
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
        return true;
    }

    /** Opens the segment that is loaded, and has the next one read meanwhile. */
    private void decrypt() throws IOException {
        if (loaded < lastWanted) {
            int next = loaded + 1;
            byte[] into = room(next);
            beside.start(() -> source.read(next, into));
        }
        byte[] segment = Objects.requireNonNull(sealed[loaded % 2]);
        boolean last = loaded == layout.segments() - 1;
        int length = opener.open(segment, layout.lengthOf(loaded), loaded, last, plain);
        long begins = layout.plaintextAt(loaded);
        at = (int) (position - begins);
        end = (int) Math.min(length, toExclusive - begins);
        position = begins + length;
    }

    private byte[] room(int segment) {
        byte[] there = sealed[segment % 2];
        if (there == null || there.length < layout.lengthOf(segment)) {
            there = new byte[layout.lengthOf(segment)];
            sealed[segment % 2] = there;
        }
        return there;
    }

    @Override
    public void close() throws IOException {
        beside.end();
        Arrays.fill(plain, (byte) 0);
        at = end;
        source.close();
    }
}
