package no.tillit.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.tillit.storage.Storage;
import no.tillit.storage.StorageChoice;
import no.tillit.testing.outside.S3Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server with the product's own way into it: {@link #shared()} unless a test kills it. */
public final class S3Process implements AutoCloseable {
    private static final class Shared {
        private static final S3Process PROCESS = start();
    }

    private final S3Server server;

    private S3Process(String provider) {
        server = new S3Server(jar(), provider);
    }

    /** One for all tests; each makes a bucket of its own. */
    public static S3Process shared() {
        return Shared.PROCESS;
    }

    /** One of the test's own. */
    public static S3Process start() {
        return new S3Process(S3Server.IN_FILES);
    }

    /** One of the test's own that keeps versions, and keeps them in memory. */
    public static S3Process versioned() {
        return new S3Process(S3Server.WITH_VERSIONS);
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
        Map<String, String> values = server.settings(bucket);
        return name -> Optional.ofNullable(values.get(name));
    }

    /** The bucket as the application opens it. */
    public Storage storage(String bucket) {
        return StorageChoice.open(settings(bucket));
    }

    /** The bucket as somebody else sees it. */
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(java.net.URI.create(server.address()))
                .region(Region.of(S3Server.REGION))
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS, S3Server.SECRET)))
                .build();
    }

    /** Where it keeps everything. */
    public Path folder() {
        return server.folder();
    }

    /** As kill -9 does. */
    public void kill() {
        server.kill();
    }

    /** After {@link #kill}: the same port, the same folder. */
    public void startAgain() {
        server.startAgain();
    }

    private static Path jar() {
        Path here = Path.of("target", "s3", "s3proxy.jar");
        return Files.exists(here) ? here : Path.of("..", "ejb").resolve(here);
    }

    @Override
    public void close() {
        server.close();
    }
}
