package no.tillit.audit.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import no.tillit.verifier.ExportWriter;

/** An export to be read instead of written: takes the next step when the last one is used up. */
public final class ExportStream extends InputStream {
    private final Exporting exporting;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ExportWriter writer = new ExportWriter(written);
    private byte[] step = new byte[0];
    private int at;
    private boolean more = true;

    public ExportStream(Exporting exporting) {
        this.exporting = exporting;
    }

    @Override
    public int read() throws IOException {
        return fill() ? step[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, step.length - at);
        System.arraycopy(step, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == step.length && more) {
            written.reset();
            more = exporting.step(writer);
            step = written.toByteArray();
            at = 0;
        }
        return at < step.length;
    }
}
