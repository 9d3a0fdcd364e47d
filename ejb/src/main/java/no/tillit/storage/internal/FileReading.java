package no.tillit.storage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import no.tillit.keys.ContentCipher;
import no.tillit.storage.Storage;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read by position, so that several streams of it do not disturb each other. Full segments come
 * straight from the disk, past the system's cache, where the file system allows that (ADR 0160); small files, which are
 * looked at more often, come through it.
 */
final class FileReading implements Storage.Reading {
    private static final long LONG = ContentCipher.SEGMENT;

    private final Disk disk;
    private final Blocks blocks;
    private final Path path;
    private final FileChannel file;
    private final long length;

    FileReading(Disk disk, Blocks blocks, Path path) throws IOException {
        this.disk = disk;
        this.blocks = blocks;
        this.path = path;
        this.file = disk.open(path);
        try {
            this.length = file.size();
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream bytes(long from, long toExclusive) throws IOException {
        return new Part(
                toExclusive - from < LONG ? null : disk.openStraight(path, Blocks.LARGEST_BLOCK), from, toExclusive);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Part extends InputStream {
        private final @Nullable FileChannel straight;
        private final long toExclusive;
        private @Nullable ByteBuffer block;
        private long at;

        Part(@Nullable FileChannel straight, long from, long toExclusive) {
            this.straight = straight;
            this.block = straight == null ? null : blocks.take();
            this.at = from;
            this.toExclusive = toExclusive;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            int most = (int) Math.min(wanted, toExclusive - at);
            if (most <= 0) {
                return wanted == 0 ? 0 : -1;
            }
            int read = straight != null && block != null && at % Blocks.LARGEST_BLOCK == 0
                    ? straight(straight, block, into, offset, most)
                    : file.read(ByteBuffer.wrap(into, offset, most), at);
            at += Math.max(0, read);
            return read;
        }

        /** Whole blocks, of which the last may hold more than is wanted. */
        private int straight(FileChannel from, ByteBuffer aligned, byte[] into, int offset, int most)
                throws IOException {
            int there = from.read(aligned.clear(), at);
            int read = Math.min(there, most);
            if (read > 0) {
                aligned.get(0, into, offset, read);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            if (block != null) {
                blocks.giveBack(block);
                block = null;
            }
            if (straight != null) {
                straight.close();
            }
        }
    }
}
