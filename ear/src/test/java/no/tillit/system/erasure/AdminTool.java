package no.tillit.system.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.tillit.system.Stack;

/** {@code tillit-admin} of the distribution and other programs, as an operator runs them. */
final class AdminTool {
    private AdminTool() {}

    /** Runs a command of the tool that has to succeed; what it printed. */
    static String run(String... arguments) {
        return ended(List.of(0), command(arguments));
    }

    /** The same, where other tests may have damaged or removed content of theirs, which the tool then lists. */
    static String runBesideDamage(String... arguments) {
        return ended(List.of(0, 3), command(arguments));
    }

    private static String[] command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("tillit.distribution"))
                .resolve("bin/tillit-admin")
                .toString());
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    /** Runs any program, which has to succeed; what it printed. */
    static String program(String... command) {
        return ended(List.of(0), command);
    }

    private static String ended(List<Integer> codes, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as(String.join(" ", command) + "\n" + said)
                    .isIn(codes);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file of the stack's configuration. */
    static String configuration(String name) {
        return Stack.get().data().resolve("etc").resolve(name).toString();
    }
}
