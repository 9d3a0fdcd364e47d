package no.tillit.api.base;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What is read into memory whole has an end, whatever its media type and whether or not its length was announced: one request
 * must not take the memory of all. Only a resource that asks for the stream itself gets as much as is sent, and counts.
 */
@Provider
public class WholeBodies implements ReaderInterceptor {
    /** That more was sent than one request may hold. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("The body is longer than " + Json.MAX_BYTES + " bytes");
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() != InputStream.class) {
            context.setInputStream(new Counted(context.getInputStream()));
        }
        return context.proceed();
    }

    /** Reads no further than the limit and the buffer in which it is passed. */
    private static final class Counted extends FilterInputStream {
        private long left = Json.MAX_BYTES;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) throws TooLarge {
            left -= bytes;
            if (left < 0) {
                throw new TooLarge();
            }
        }
    }
}
