package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.system.Stack;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The README's session with curl")
class ReadmeSessionTest {
    private static final Pattern SESSION = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    @DisplayName(
            "runs as printed, but for the addresses and the temporary folder, and ends with content that is closed")
    void runsAsPrinted(@TempDir Path folder) throws IOException, InterruptedException {
        Matcher readme = SESSION.matcher(Files.readString(Stack.source("README.md")));
        assertThat(readme.find()).isTrue();
        String session = readme.group(1)
                .replace("http://localhost:8080", Stack.get().pages())
                .replace("http://localhost:8180/realms/tillit", Stack.get().realm())
                .replace("/tmp/", folder + "/");
        Process shell = new ProcessBuilder("bash", "-eu", "-o", "pipefail")
                .redirectErrorStream(true)
                .start();
        try (var in = shell.getOutputStream()) {
            in.write(session.getBytes(StandardCharsets.UTF_8));
        }
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).as(printed).isZero();
        assertThat(printed).contains("At noen tok telefonen.").endsWith("409\n");
    }
}
