package no.tillit.system.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import no.tillit.launcher.Ports;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import no.tillit.system.erasure.Databases;
import org.jspecify.annotations.Nullable;

/**
 * The distribution once more beside the stack, with the stack's Keycloak, intake and PostgreSQL, but with databases, content
 * and root key of its own. It is started and stopped as often as a test likes.
 */
final class SecondInstallation implements AutoCloseable {
    /** The exit code by which systemd knows not to try again. */
    private static final int REFUSED = 78;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DATA = Databases.DATA + "_outside";
    private static final String KEYS = Databases.KEYS + "_outside";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path folder;
    private final Ports ports = Ports.free();
    private final Map<String, String> environment;
    private @Nullable Process server;

    /** Makes the databases and the configuration: the stack's, but for these settings. */
    SecondInstallation(Path folder, Map<String, String> settings, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
        Databases.drop(DATA);
        Databases.drop(KEYS);
        Databases.create(DATA, Databases.DATA);
        Databases.create(KEYS, Databases.KEYS);
        Properties application = stacks("tillit.properties");
        application.keySet().removeIf(name -> name.toString().startsWith("tillit.keystore."));
        application.remove("tillit.blobs.dir");
        application.putAll(Map.of(
                "tillit.public.url", pages(),
                "tillit.http.port", String.valueOf(ports.pages()),
                "tillit.management.port", String.valueOf(ports.management()),
                "tillit.node", "second",
                "tillit.register.file", folder.resolve("register/erasures.log").toString(),
                "tillit.audit.checkpoints.dir", folder.resolve("checkpoints").toString(),
                "tillit.work.dir", folder.resolve("work").toString(),
                "tillit.log.dir", folder.resolve("log").toString()));
        application.putAll(settings);
        write("tillit.properties", application);
        write("owner.properties", stacks("owner.properties"));
    }

    String api() {
        return pages() + "/api/v1";
    }

    /** Starts it and waits until it answers. */
    void start() {
        Process started = launch();
        Eventually.within(PATIENCE, () -> !started.isAlive() || isReady(), ended -> ended);
        assertThat(started.isAlive()).as("it stopped: " + said()).isTrue();
    }

    /** Starts it where it cannot: waits until it has ended by itself; what it said. */
    String startsNot() {
        Process started = launch();
        Eventually.within(PATIENCE, () -> !started.isAlive() || isReady(), ended -> ended);
        assertThat(started.isAlive()).as("it started").isFalse();
        assertThat(started.exitValue()).isEqualTo(REFUSED);
        return said();
    }

    /** Stops it in order, as SIGTERM does. */
    void stop() {
        Process running = server;
        if (running != null) {
            running.destroy();
            running.onExit().join();
        }
    }

    @Override
    public void close() {
        stop();
        Databases.drop(DATA);
        Databases.drop(KEYS);
    }

    private Process launch() {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("tillit.distribution"))
                                .resolve("bin/tillit")
                                .toString(),
                        folder.resolve("tillit.properties").toString())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            server = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        URI health = URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
        try {
            return CLIENT.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("said.log");
    }

    private String pages() {
        return "http://localhost:" + ports.pages();
    }

    /** The stack's configuration, with the databases of this installation. */
    private static Properties stacks(String name) {
        Properties values = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Stack.get().data().resolve("etc").resolve(name))) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        values.computeIfPresent("tillit.db.url", (key, url) -> url.toString().replaceFirst("/tillit$", "/" + DATA));
        values.computeIfPresent(
                "tillit.keys.db.url", (key, url) -> url.toString().replaceFirst("/tillit_keys$", "/" + KEYS));
        return values;
    }

    private void write(String name, Properties values) {
        List<String> lines = values.stringPropertyNames().stream()
                .map(key -> key + "=" + values.getProperty(key))
                .toList();
        Path file = folder.resolve(name);
        try {
            Files.write(file, lines);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
