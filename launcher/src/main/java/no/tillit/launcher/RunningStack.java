package no.tillit.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stack that answers: databases, Keycloak, intake and application. Closing it ends every process it started, in reverse
 * order; if one part fails to start, the others are ended before the failure is told.
 */
public final class RunningStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long NEEDED_BYTES = 1L << 30;

    private final StackPlan plan;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean closing;
    private volatile @Nullable ChildProcess application;

    private RunningStack(StackPlan plan) {
        this.plan = plan;
    }

    /**
     * Starts everything and waits until it answers.
     *
     * @throws StackFailure saying what is in the way; nothing is left running then
     */
    public static RunningStack start(StackPlan plan) {
        RunningStack stack = new RunningStack(plan);
        Thread hook = new Thread(stack::close, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            stack.startParts();
            plan.writeAddresses();
            return stack;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    private void startParts() {
        requireRoom();
        plan.ports().requireFree();
        Secrets secrets = new Secrets(plan.data().resolve("secrets"), new SecureRandom());
        Path configuration = new Configuration(plan, secrets).write();
        Map<String, String> environment = Map.of("JAVA_HOME", Java.home().toString());

        ChildProcess keycloak = keep(IdentityProvider.start(plan, secrets));
        ChildProcess intake = keep(ChildProcess.start(
                "the intake",
                List.of(plan.distribution().resolve("bin/tillit-intake").toString(), configuration.toString()),
                environment,
                plan.log("intake.log")));
        CompletableFuture<Void> application = CompletableFuture.runAsync(() -> {
            keep(Databases.start(plan, secrets));
            startApplication(configuration, environment);
        });
        await(CompletableFuture.allOf(
                application,
                CompletableFuture.runAsync(() -> Health.await("Keycloak", plan.realmUrl(), keycloak, PATIENCE)),
                CompletableFuture.runAsync(
                        () -> Health.await("the intake", plan.intakeUrl() + "/version", intake, PATIENCE))));
    }

    private void startApplication(Path configuration, Map<String, String> environment) {
        ChildProcess server = keep(ChildProcess.start(
                "Tillit",
                List.of(plan.distribution().resolve("bin/tillit").toString(), configuration.toString()),
                environment,
                plan.log("tillit.log")));
        application = server;
        Health.await("Tillit", "http://127.0.0.1:" + plan.ports().management() + "/health/ready", server, PATIENCE);
    }

    /**
     * Kills the application in the middle of whatever it does, as a power cut would, does {@code meanwhile}, and starts it again;
     * databases and Keycloak stay. For tests.
     */
    public void restartApplicationAfterCrash(Runnable meanwhile) {
        Process crashing = Objects.requireNonNull(application).process();
        crashing.destroyForcibly().onExit().join();
        meanwhile.run();
        startApplication(
                new Configuration(plan, new Secrets(plan.data().resolve("secrets"), new SecureRandom())).write(),
                Map.of("JAVA_HOME", Java.home().toString()));
    }

    private static void await(CompletableFuture<Void> started) {
        try {
            started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void requireRoom() {
        try {
            Files.createDirectories(plan.data());
            long free = Files.getFileStore(plan.data()).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new StackFailure(
                        "only " + (free >> 20) + " MB are free for " + plan.data() + "; 1024 MB are needed");
            }
        } catch (IOException e) {
            throw new StackFailure("cannot write to " + plan.data(), e);
        }
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        if (closing) {
            closePart(part);
            throw new StackFailure("stopped while starting");
        }
        parts.push(part);
        return part;
    }

    public StackPlan plan() {
        return plan;
    }

    /** Waits until a part ends; true when it did so by itself, false when the stack is being stopped. */
    public boolean awaitEnd() {
        List<CompletableFuture<Process>> ends;
        synchronized (this) {
            ends = parts.stream()
                    .filter(ChildProcess.class::isInstance)
                    .map(part -> ((ChildProcess) part).process().onExit())
                    .toList();
        }
        CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new)).join();
        return !closing;
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            while (!parts.isEmpty()) {
                closePart(parts.pop());
            }
        }
        endReaders();
        deleteTree(Configuration.intakeFolder(plan));
    }

    /** The intake replaces a reading process that dies, also while both are being stopped; the replacement ends here. */
    private void endReaders() {
        String folder = Configuration.intakeFolder(plan).toString();
        ProcessHandle.allProcesses()
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.endsWith(folder)))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static void closePart(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new StackFailure("a part did not stop", e);
        }
    }

    /** Removes a folder and all below it; nothing happens when it is not there. */
    public static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
