package no.tillit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a server's process takes while something runs: of its heap's old generation, once a second, and of the machine's memory. */
final class Memory implements AutoCloseable {
    private final ProcessHandle server;
    private final Process watching;
    private final Path seen;

    private Memory(ProcessHandle server, Process watching, Path seen) {
        this.server = server;
        this.watching = watching;
        this.seen = seen;
    }

    static Memory watch(ProcessHandle server) throws IOException {
        Files.writeString(Path.of("/proc/" + server.pid() + "/clear_refs"), "5");
        Path seen = Files.createTempFile("tillit-bench-memory", ".txt");
        Path jstat = Path.of(System.getProperty("java.home"), "bin", "jstat");
        Process watching = new ProcessBuilder(jstat.toString(), "-gc", Long.toString(server.pid()), "1000")
                .redirectOutput(seen.toFile())
                .redirectErrorStream(true)
                .start();
        return new Memory(server, watching, seen);
    }

    /** In words: the old generation's use in the first and in the last quarter of the time, both at their highest. */
    String says() throws IOException {
        List<Double> old = old();
        return "%s, old generation at most %.0f MiB in the first quarter, %.0f MiB in the last; %s of the machine's at most"
                .formatted(
                        Machine.heap(server),
                        most(old.subList(0, (old.size() + 3) / 4)),
                        most(old.subList(old.size() * 3 / 4, old.size())),
                        Machine.peakMemory(server));
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(value -> value).max().orElse(Double.NaN);
    }

    private List<Double> old() throws IOException {
        List<Double> mebibytes = new ArrayList<>();
        int column = -1;
        for (String line :
                Files.readString(seen, StandardCharsets.UTF_8).lines().toList()) {
            List<String> words = List.of(line.strip().split("\\s+"));
            if (words.contains("OU")) {
                column = words.indexOf("OU");
            } else if (column >= 0 && words.size() > column) {
                mebibytes.add(Double.parseDouble(words.get(column).replace(',', '.')) / 1024);
            }
        }
        return mebibytes;
    }

    @Override
    public void close() throws IOException {
        watching.destroy();
        Files.deleteIfExists(seen);
    }
}
