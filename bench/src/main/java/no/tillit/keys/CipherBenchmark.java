package no.tillit.keys;

import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import no.tillit.keys.internal.Secret;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Content encrypted and decrypted in memory on one core. One operation is {@value #MIB} MiB, segment by segment.
 * Stands in the package of what it measures, since a key is made nowhere else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class CipherBenchmark {
    /** MiB of content in one operation. */
    public static final int MIB = 64;

    private static final AssociatedData PLACE = AssociatedData.of("bench");

    private final ContentCipher cipher = new ContentCipher();
    private final DocumentKey key = new DocumentKey(Secret.random(new SecureRandom()));
    private final byte[] plain = new byte[ContentCipher.NEXT];
    private final byte[] sealed = new byte[ContentCipher.SEGMENT];
    private final byte[][] content = new byte[MIB][];
    private final int[] lengths = new int[MIB];

    @Setup
    public void prepare() {
        new SecureRandom().nextBytes(plain);
        SegmentSealer sealer = cipher.sealing(key, PLACE);
        for (int i = 0; i < MIB; i++) {
            content[i] = new byte[ContentCipher.SEGMENT];
            lengths[i] = sealer.seal(plain, room(i), i == MIB - 1, content[i]);
        }
    }

    /** What the operations of an iteration took of the core; {@code openssl speed} counts in the same way. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Taken {
        public long operations;
        public long nanoseconds;

        private long since() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        private void until(long since) {
            operations++;
            nanoseconds += since() - since;
        }
    }

    @Benchmark
    public void encrypt(Taken taken) {
        long since = taken.since();
        SegmentSealer sealer = cipher.sealing(key, PLACE);
        for (int i = 0; i < MIB; i++) {
            sealer.seal(plain, room(i), i == MIB - 1, sealed);
        }
        taken.until(since);
    }

    @Benchmark
    public void decrypt(Taken taken) {
        long since = taken.since();
        byte[] header = Arrays.copyOf(content[0], ContentCipher.HEADER);
        SegmentOpener opener = cipher.opening(key, PLACE, header);
        for (int i = 0; i < MIB; i++) {
            opener.open(content[i], lengths[i], i, i == MIB - 1, plain);
        }
        taken.until(since);
    }

    private static int room(int segment) {
        return segment == 0 ? ContentCipher.FIRST : ContentCipher.NEXT;
    }
}
