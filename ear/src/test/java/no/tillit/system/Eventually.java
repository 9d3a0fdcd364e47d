package no.tillit.system;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is right or the time is up; for what happens in the background. */
public final class Eventually {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private Eventually() {}

    /** The first answer that fits. Fails with the last one when none came within the time. */
    public static <T> T within(Duration time, Supplier<T> question, Predicate<T> fits) {
        long end = System.nanoTime() + time.toNanos();
        T answer = question.get();
        while (!fits.test(answer)) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("still " + answer + " after " + time.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE);
            answer = question.get();
        }
        return answer;
    }
}
