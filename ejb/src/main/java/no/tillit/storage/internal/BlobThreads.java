package no.tillit.storage.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that hash and store segments while the caller encrypts the next: two for each processor of the node, as those that
 * store mostly wait for the disk, and only while there is a segment, so that a slow sender holds none. When all are busy the
 * caller does it itself.
 */
@ApplicationScoped
public class BlobThreads implements Executor {
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0,
            2 * Math.max(2, Runtime.getRuntime().availableProcessors()),
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            BlobThreads::thread,
            (work, pool) -> work.run());

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    @PreDestroy
    void stop() {
        pool.shutdown();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tillit-blobs");
        thread.setDaemon(true);
        return thread;
    }
}
