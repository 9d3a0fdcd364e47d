package no.tillit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.tillit.storage.Storage;
import no.tillit.storage.StorageChoice;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** S3Proxy, an S3 server over a folder, in a process of its own: {@link #shared()} unless a test kills it. */
public final class S3Process implements AutoCloseable {
    private static final String ACCESS = "tests";
    private static final String SECRET = "a secret of the tests";

    private static final class Shared {
        private static final S3Process PROCESS = start();
    }

    private final Path folder;
    private final int port;
    private final String provider;
    private Process process;

    private S3Process(Path folder, int port, String provider) {
        this.folder = folder;
        this.provider = provider;
        this.port = port;
        this.process = run();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** One for all tests; each makes a bucket of its own. */
    public static S3Process shared() {
        return Shared.PROCESS;
    }

    /** One of the test's own. */
    public static S3Process start() {
        return start("filesystem-nio2");
    }

    /** One of the test's own that keeps versions, and keeps them in memory. */
    public static S3Process versioned() {
        return start("transient-nio2");
    }

    private static S3Process start(String provider) {
        try {
            return new S3Process(Files.createTempDirectory("tillit-s3"), freePort(), provider);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new empty bucket. */
    public String bucket() {
        String name = "tillit-" + UUID.randomUUID();
        try (S3Client client = client()) {
            client.createBucket(b -> b.bucket(name));
        }
        return name;
    }

    /** The configuration of an installation that keeps its content in this bucket. */
    public Function<String, Optional<String>> settings(String bucket) {
        Map<String, String> values = Map.of(
                "tillit.storage",
                "s3",
                "tillit.s3.endpoint",
                "http://127.0.0.1:" + port,
                "tillit.s3.region",
                "eu-north-1",
                "tillit.s3.bucket",
                bucket,
                "tillit.s3.prefix",
                "content/",
                "tillit.s3.access.key",
                ACCESS,
                "tillit.s3.secret.key",
                SECRET,
                "tillit.s3.timeout.seconds",
                "10");
        return name -> Optional.ofNullable(values.get(name));
    }

    /** The bucket as the application opens it. */
    public Storage storage(String bucket) {
        return StorageChoice.open(settings(bucket));
    }

    /** The bucket as somebody else sees it. */
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(java.net.URI.create("http://127.0.0.1:" + port))
                .region(Region.EU_NORTH_1)
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET)))
                .build();
    }

    /** Where it keeps everything. */
    public Path folder() {
        return folder;
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After {@link #kill}: the same port, the same folder. */
    public void startAgain() {
        process = run();
    }

    private Process run() {
        try {
            Path file = Files.writeString(folder.resolve("s3proxy.conf"), """
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    s3proxy.endpoint=http://127.0.0.1:%d
                    jclouds.provider=%s
                    jclouds.identity=none
                    jclouds.credential=none
                    jclouds.filesystem.basedir=%s
                    """.formatted(
                            ACCESS, SECRET, port, provider, Files.createDirectories(folder.resolve("buckets"))));
            Process started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.io.tmpdir=" + folder,
                            "-cp",
                            jar().toString(),
                            "org.gaul.s3proxy.Main",
                            "--properties",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log.txt").toFile())
                    .start();
            awaitPort(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        Path here = Path.of("target", "s3", "s3proxy.jar");
        return Files.exists(here) ? here : Path.of("..", "ejb").resolve(here);
    }

    private void awaitPort(Process started) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline && started.isAlive()) {
            try (Socket answers = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (answers.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
            try {
                if (started.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IllegalStateException("S3Proxy does not start; see " + folder.resolve("log.txt"));
    }

    @Override
    public void close() {
        kill();
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
