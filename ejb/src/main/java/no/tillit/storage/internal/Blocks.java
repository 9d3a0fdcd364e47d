package no.tillit.storage.internal;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.tillit.keys.ContentCipher;

/**
 * Buffers of one segment from which the disk takes its blocks itself, or into which it puts them: they begin where a block may begin. As many are kept as
 * were ever in use at once. Java's own buffers for that break when it drops one.
 */
final class Blocks {
    /** Of a disk; any that divides it will do. */
    static final int LARGEST_BLOCK = 64 << 10;

    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    /** Whoever took it gives it back when no write uses it any more. */
    ByteBuffer take() {
        ByteBuffer buffer = free.poll();
        return buffer == null
                ? ByteBuffer.allocateDirect(ContentCipher.SEGMENT + LARGEST_BLOCK)
                        .alignedSlice(LARGEST_BLOCK)
                : buffer;
    }

    void giveBack(ByteBuffer buffer) {
        free.add(buffer);
    }
}
