package no.tillit.storage.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Work done beside the caller's own: one piece at a time, in the order given, each after the one before has ended well. When one
 * fails, none after it is begun. A thread is held only while there is work.
 */
final class Beside {
    /** A piece of work on a store. */
    interface Piece {
        void work() throws IOException;
    }

    private final Executor threads;
    private final int most;
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private boolean running;
    private @Nullable Throwable failure;

    /** @param most pieces that are not done yet; with one more, the caller waits */
    Beside(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** Takes a piece, as soon as there is room for it; throws what one before threw. */
    void start(Piece piece) throws IOException {
        synchronized (this) {
            waitUntilLeft(most - 1);
            rethrow();
            waiting.add(piece);
            if (running) {
                return;
            }
            running = true;
        }
        threads.execute(this::work);
    }

    /** Returns when nothing runs any more; throws what a piece threw. */
    synchronized void await() throws IOException {
        waitUntilLeft(0);
        rethrow();
    }

    /** Returns when nothing runs any more, however it ended: for when the whole has failed or is not wanted. */
    synchronized void end() {
        waitUntilLeft(0);
    }

    private void work() {
        for (Piece piece = first(); piece != null; piece = next()) {
            try {
                piece.work();
            } catch (IOException | RuntimeException | Error e) {
                fail(e);
            }
        }
    }

    private synchronized @Nullable Piece first() {
        return waiting.peek();
    }

    /** The one that was worked on is done, and waits no more. */
    private synchronized @Nullable Piece next() {
        waiting.poll();
        running = !waiting.isEmpty();
        notifyAll();
        return waiting.peek();
    }

    private synchronized void fail(Throwable thrown) {
        failure = thrown;
        waiting.clear();
    }

    /** A piece ends by itself in bounded time; leaving it behind would let it write after its file is gone. */
    private void waitUntilLeft(int left) {
        boolean interrupted = false;
        while (waiting.size() > left || (left == 0 && running)) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() throws IOException {
        rethrow(failure);
    }

    /** Does nothing when nothing was thrown. */
    static void rethrow(@Nullable Throwable thrown) throws IOException {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof IOException failed) {
            throw failed;
        }
    }
}
