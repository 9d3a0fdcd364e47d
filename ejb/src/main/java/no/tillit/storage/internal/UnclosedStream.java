package no.tillit.storage.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The end of the ciphertext is not the end of the file: it is forced to the disk after that, and then closed. */
public final class UnclosedStream extends FilterOutputStream {
    public UnclosedStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
