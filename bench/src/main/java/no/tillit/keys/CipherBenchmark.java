package no.tillit.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
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
 * Content encrypted and decrypted in memory on one core. One operation is {@value #MIB} MiB, in pieces of 64 KiB as an
 * upload brings them. Stands in the package of what it measures, since a key is made nowhere else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class CipherBenchmark {
    /** MiB of plaintext in one operation. */
    public static final int MIB = 64;

    private static final int PIECE = 64 << 10;
    private static final AssociatedData PLACE = AssociatedData.of("bench");

    private final ContentCipher cipher = new ContentCipher();
    private final DocumentKey key = new DocumentKey(Secret.random(new SecureRandom()));
    private final byte[] piece = new byte[PIECE];
    private byte[] ciphertext = {};

    @Setup
    public void prepare() throws IOException {
        new SecureRandom().nextBytes(piece);
        var out = new ByteArrayOutputStream((MIB + 1) << 20);
        write(out);
        ciphertext = out.toByteArray();
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
    public void encrypt(Taken taken) throws IOException {
        long since = taken.since();
        write(OutputStream.nullOutputStream());
        taken.until(since);
    }

    @Benchmark
    public long decrypt(Taken taken) throws IOException {
        long since = taken.since();
        long total = read();
        taken.until(since);
        return total;
    }

    private long read() throws IOException {
        long total = 0;
        try (InputStream plaintext = cipher.decrypting(key, PLACE, new ByteArrayInputStream(ciphertext))) {
            for (int n = plaintext.read(piece); n >= 0; n = plaintext.read(piece)) {
                total += n;
            }
        }
        return total;
    }

    private void write(OutputStream out) throws IOException {
        try (OutputStream encrypting = cipher.encrypting(key, PLACE, out)) {
            for (int i = 0; i < MIB << 20; i += PIECE) {
                encrypting.write(piece);
            }
        }
    }
}
