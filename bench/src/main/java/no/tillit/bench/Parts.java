package no.tillit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.keys.CipherBenchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The parts by themselves: JMH for ours, {@code openssl speed} beside it on one core. */
final class Parts {
    private static final Pattern OPENSSL = Pattern.compile("AES-256-GCM\\s+([0-9.]+)k");

    private Parts() {}

    static void cipher(Report report) throws IOException, InterruptedException, RunnerException {
        double before = openssl();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(CipherBenchmark.class.getSimpleName())
                        .build())
                .run();
        double plain = Math.max(before, openssl());
        for (RunResult result : results) {
            double ours = CipherBenchmark.MIB * count(result, "operations") / (count(result, "nanoseconds") / 1e9);
            report.ratio(
                    result.getPrimaryResult().getLabel() + " in memory, one core",
                    "MiB/s",
                    ours,
                    "openssl speed",
                    plain,
                    0.6);
        }
    }

    private static double count(RunResult result, String name) {
        return Objects.requireNonNull(result.getSecondaryResults().get(name))
                .getStatistics()
                .getSum();
    }

    /** MiB a second in pieces of 64 KiB. */
    private static double openssl() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "openssl", "speed", "-seconds", "3", "-bytes", "65536", "-evp", "aes-256-gcm")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher line = OPENSSL.matcher(output);
        if (!line.find()) {
            throw new IllegalStateException("openssl speed says: " + output);
        }
        return Double.parseDouble(line.group(1)) * 1000 / (1 << 20);
    }
}
