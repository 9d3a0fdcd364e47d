package no.tillit.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import no.tillit.launcher.Ports;
import no.tillit.launcher.RunningStack;
import no.tillit.launcher.StackPlan;
import org.jspecify.annotations.Nullable;

/**
 * The one stack that all system tests share: started by the first test that needs it, on free ports and in a folder that is
 * removed at the end. {@code -Dtillit.stack=<data folder>} uses a stack that {@code ./run} has started instead.
 */
public final class Stack {

    private static @Nullable Stack current;

    private final Properties addresses;
    private final @Nullable RunningStack ours;

    private Stack(Properties addresses, @Nullable RunningStack ours) {
        this.addresses = addresses;
        this.ours = ours;
    }

    /** The running stack, started now if this is the first question. */
    public static synchronized Stack get() {
        if (current == null) {
            String running = System.getProperty("tillit.stack", "");
            current = running.isBlank() ? start() : new Stack(read(Path.of(running)), null);
        }
        return current;
    }

    static synchronized void stop() {
        if (current != null && current.ours != null) {
            current.ours.close();
            if (!Boolean.getBoolean("tillit.keep")) {
                RunningStack.deleteTree(current.data());
            }
        }
        current = null;
    }

    private static Stack start() {
        try {
            Path data = Files.createTempDirectory("tillit-system-test-");
            StackPlan plan = new StackPlan(
                    Path.of(property("tillit.distribution")),
                    Path.of(property("tillit.keycloak")),
                    data,
                    Ports.free(),
                    false);
            RunningStack stack = RunningStack.start(plan);
            return new Stack(read(data), stack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Path data) {
        Properties addresses = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("stack.properties"))) {
            addresses.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return addresses;
    }

    /** Whether this run has started the stack itself, so that it may crash it. */
    public boolean isOurs() {
        return ours != null;
    }

    /** Kills the application in mid-flight, does {@code meanwhile}, and starts it again; only on a stack that is ours. */
    public void restartApplicationAfterCrash(Runnable meanwhile) {
        if (ours == null) {
            throw new IllegalStateException("this stack belongs to somebody else");
        }
        ours.restartApplicationAfterCrash(meanwhile);
    }

    /** A connection to one of the two databases as its superuser, for what a restore or an attacker could do. */
    public java.sql.Connection database(String name) throws java.sql.SQLException {
        return java.sql.DriverManager.getConnection(address("database") + "/" + name, "postgres", secret("postgres"));
    }

    /** One of the stack's passwords, by its file. */
    public String secret(String name) {
        try {
            return Files.readString(data().resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the pages, without a slash at the end. */
    public String pages() {
        return address("pages");
    }

    /** The address of the API, ending in {@code /api/v1}. */
    public String api() {
        return pages() + "/api/v1";
    }

    public URI tokenEndpoint() {
        return URI.create(address("realm") + "/protocol/openid-connect/token");
    }

    public String realm() {
        return address("realm");
    }

    public int managementPort() {
        return Integer.parseInt(address("management"));
    }

    /** Everything the stack keeps: databases, content, keys, logs. */
    public Path data() {
        return Path.of(address("data"));
    }

    /** A file of the source tree, named from its root. */
    public static Path source(String path) {
        return Path.of(property("tillit.sources")).resolve(path).normalize();
    }

    /** The build folder, for what a test leaves to look at. */
    public static Path target() {
        return Path.of(property("tillit.target"));
    }

    private String address(String name) {
        String value = addresses.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is missing in stack.properties");
        }
        return value;
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("run the system tests with Maven, which sets " + name);
        }
        return value;
    }
}
