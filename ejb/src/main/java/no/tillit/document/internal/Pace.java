package no.tillit.document.internal;

import java.time.Duration;
import java.util.function.LongSupplier;
import no.tillit.document.TransferRefused;

/**
 * A file that all but stands still gives up its place: in each half minute spent waiting for the other side, at least 32
 * KiB must move. Time that the storage or the intake takes does not count.
 */
final class Pace {
    static final Duration WINDOW = Duration.ofSeconds(30);
    static final long LEAST = 32 << 10;

    private final LongSupplier nanoseconds;
    private static final long QUICK = Duration.ofMillis(100).toNanos();

    private long began;
    private long last = QUICK;
    private long waited;
    private long moved;

    /** @param nanoseconds a clock that only goes forward */
    Pace(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /** From now on the other side is waited for. */
    void waiting() {
        began = nanoseconds.getAsLong();
    }

    /**
     * The wait is over.
     *
     * @param bytes that have moved meanwhile
     * @throws TransferRefused when it goes too slowly
     */
    void moved(long bytes) {
        last = nanoseconds.getAsLong() - began;
        waited += last;
        moved += bytes;
        if (waited < WINDOW.toNanos()) {
            return;
        }
        if (moved < LEAST * (waited / WINDOW.toNanos())) {
            throw TransferRefused.tooSlow();
        }
        waited = 0;
        moved = 0;
    }

    /** Whether the last wait was short, so that more may be sent at a time without losing sight of it. */
    boolean isQuick() {
        return last < QUICK;
    }
}
