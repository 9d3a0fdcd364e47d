package no.tillit.storage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import no.tillit.storage.Storage;

/** A file that is read by position, so that several streams of it do not disturb each other. */
record FileReading(FileChannel file, long length) implements Storage.Reading {
    @Override
    public InputStream bytes(long from, long toExclusive) {
        return new InputStream() {
            private long at = from;

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
                int read = file.read(ByteBuffer.wrap(into, offset, most), at);
                at += Math.max(0, read);
                return read;
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
