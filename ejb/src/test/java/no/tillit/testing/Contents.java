package no.tillit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** Content of any length for tests, without holding it in memory where that matters. */
public final class Contents {
    private Contents() {}

    /** Random bytes, the same for the same length. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** That many zeros. */
    public static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int wanted) {
                if (left <= 0) {
                    return -1;
                }
                int n = (int) Math.min(wanted, left);
                left -= n;
                return n;
            }
        };
    }

    /** Some bytes, and then a client that has gone away. */
    public static InputStream failingAfter(int length) {
        return new InputStream() {
            private int left = length;

            @Override
            public int read() throws IOException {
                if (left-- > 0) {
                    return 1;
                }
                throw new IOException("connection reset");
            }
        };
    }

    /** Something that may fail. */
    public interface Work {
        void run() throws Exception;
    }

    /** Both at the same time, on threads of their own; fails when one does. */
    public static void inParallel(Work one, Work other) {
        var threads = java.util.concurrent.Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(() -> done(one));
            var second = threads.submit(() -> done(other));
            first.get();
            second.get();
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean done(Work work) throws Exception {
        work.run();
        return true;
    }
}
