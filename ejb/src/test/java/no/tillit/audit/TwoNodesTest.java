package no.tillit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two processes write and give places at once; one of them is killed, as kill -9 does, in the middle of its work. */
class TwoNodesTest {
    private final ALog log = new ALog();

    @Test
    @DisplayName("two processes make one history, and when one is killed the other goes on")
    void killed() throws IOException, InterruptedException {
        Process lasting = node(150, 200);
        Process killed = node(100_000, 100_000);
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (log.number("SELECT count(*) FROM audit_leaf") < 100 && System.nanoTime() < deadline) {
                assertThat(killed.isAlive()).isTrue();
            }
            killed.destroyForcibly();
            assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(lasting.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(lasting.exitValue()).isZero();
        } finally {
            killed.destroyForcibly();
            lasting.destroyForcibly();
        }
        log.seal();

        assertThat(log.placed())
                .isEqualTo(log.number("SELECT count(*) FROM audit_entry"))
                .isGreaterThanOrEqualTo(600);
        assertThat(log.verify().findings()).isEmpty();
    }

    private Process node(int entries, int rounds) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        NodeOfTheLog.class.getName(),
                        TestDatabases.url("tillit_app", log.database),
                        String.valueOf(entries),
                        String.valueOf(rounds))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(new File("target/node-of-the-log.txt"))
                .start();
    }
}
