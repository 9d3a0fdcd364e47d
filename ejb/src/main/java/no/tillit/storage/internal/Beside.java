package no.tillit.storage.internal;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Work done beside the caller's own: one piece at a time, in the order given, each after the one before has ended well. */
final class Beside {
    /** A piece of work on a store. */
    interface Piece {
        void work() throws IOException;
    }

    private final Executor threads;
    private @Nullable FutureTask<Boolean> running;

    Beside(Executor threads) {
        this.threads = threads;
    }

    /** Waits for the piece before, then starts this one. */
    void start(Piece piece) throws IOException {
        await();
        var task = new FutureTask<Boolean>(() -> {
            piece.work();
            return true;
        });
        running = task;
        threads.execute(task);
    }

    /** Returns when nothing runs any more; throws what the last piece threw. */
    void await() throws IOException {
        FutureTask<Boolean> task = running;
        running = null;
        if (task == null) {
            return;
        }
        try {
            ended(task);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** Returns when nothing runs any more, however it ended: for when the whole has failed or is not wanted. */
    void end() {
        try {
            await();
        } catch (IOException | RuntimeException notWantedAnyMore) {
            running = null;
        }
    }

    /** A piece ends by itself in bounded time; leaving it behind would let it write after its file is gone. */
    private static void ended(FutureTask<Boolean> task) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }
}
