package no.tillit.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import no.tillit.document.FileRefused;

/**
 * A file on its way in: counts its bytes, and refuses it when it grows over the limit, ends before the length that was
 * declared, breaks off, or all but stands still.
 */
final class MeasuredStream extends InputStream {
    private final InputStream body;
    private final OptionalLong declared;
    private final long limit;
    private final Pace pace = new Pace(System::nanoTime);
    private long count;

    /** @throws FileRefused when the declared length is over the limit already */
    MeasuredStream(InputStream body, OptionalLong declared, long limit) {
        this.body = body;
        this.declared = declared;
        this.limit = limit;
        if (declared.isPresent() && declared.getAsLong() > limit) {
            throw FileRefused.tooLarge(limit);
        }
    }

    /** How many bytes have come so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read;
        pace.waiting();
        try {
            read = body.read(into, offset, length);
        } catch (IOException e) {
            throw (FileRefused) FileRefused.cutShort().initCause(e);
        }
        if (read < 0) {
            requireWhole();
            return read;
        }
        pace.moved(read);
        count += read;
        if (count > limit) {
            throw FileRefused.tooLarge(limit);
        }
        return read;
    }

    private void requireWhole() {
        if (declared.isPresent() && declared.getAsLong() != count) {
            throw FileRefused.cutShort();
        }
    }
}
