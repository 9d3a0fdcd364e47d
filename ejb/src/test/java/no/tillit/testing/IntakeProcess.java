package no.tillit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The intake as it is shipped: the same Tika, the same configuration, a process of its own; one for all tests. */
public final class IntakeProcess {
    private static final class Shared {
        private static final IntakeProcess PROCESS = start();
    }

    /** Ends with whoever has started it, however that ends: some tests kill processes that use an intake of their own. */
    private static final String UNTIL_INPUT_ENDS =
            "\"$@\" & intake=$!; cat > /dev/null; kill $intake; wait $intake; rm -rf \"$0\"";

    private final String url;

    private IntakeProcess(String url) {
        this.url = url;
    }

    /** Where it listens; it is started at the first call and stopped with the JVM. */
    public static String url() {
        return Shared.PROCESS.url;
    }

    private static IntakeProcess start() {
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory(Path.of("/dev/shm"), "tillit-intake-test");
            String configuration = Files.readString(Path.of("../ear/src/main/distribution/etc/intake.xml"))
                    .replace("@PORT@", Integer.toString(port))
                    .replace("@SECONDS@", "60")
                    .replace("@JAVA@", java().toString())
                    .replace("@HEAP@", "512m")
                    .replace("@TEMPORARY@", folder.toString());
            Path file = Files.writeString(folder.resolve("intake.xml"), configuration);
            Process process = new ProcessBuilder(
                            "sh",
                            "-c",
                            UNTIL_INPUT_ENDS,
                            folder.toString(),
                            java().toString(),
                            "-Xmx128m",
                            "-Djava.awt.headless=true",
                            "-Djava.io.tmpdir=" + folder,
                            "-cp",
                            "target/intake/tika-server.jar",
                            "org.apache.tika.server.core.TikaServerCli",
                            "-c",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "intake", "log.txt").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
            String url = "http://127.0.0.1:" + port;
            awaitAnswer(process, url);
            return new IntakeProcess(url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitAnswer(Process process, String url) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest version = HttpRequest.newBuilder(URI.create(url + "/version"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (http.send(version, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            try {
                if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IllegalStateException("The intake does not start; see target/intake/log.txt");
    }

    private static void stop(Process process, Path folder) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
