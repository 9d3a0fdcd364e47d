package no.tillit.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that the launcher started. Closing it asks it, and everything it started, to end; then makes it. */
final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What the server says when it ends itself; what it writes while it ends follows. */
    private static final String REFUSED = "Tillit does not start: ";

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new StackFailure("cannot start " + name + " (" + command.get(0) + ")", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Process process() {
        return process;
    }

    /** @throws StackFailure with why it did not start, or else the last line it wrote, when it has ended */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new StackFailure(
                    name + " stopped (exit code " + process.exitValue() + "): " + lastLine() + " — see " + log);
        }
    }

    private String lastLine() {
        try (var lines = Files.lines(log)) {
            List<String> said = lines.filter(line -> !line.isBlank()).toList();
            return said.stream()
                    .filter(line -> line.contains(REFUSED))
                    .findFirst()
                    .orElse(said.isEmpty() ? "it wrote nothing" : said.get(said.size() - 1));
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        family.forEach(ChildProcess::end);
    }

    private static void end(ProcessHandle orphan) {
        if (orphan.isAlive()) {
            orphan.destroyForcibly();
        }
    }
}
