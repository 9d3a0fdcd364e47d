package no.tillit.storage.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import no.tillit.storage.Storage;
import no.tillit.storage.StorageUnusable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * A bucket and who we are to it.
 *
 * @param endpoint null for Amazon's own of the region
 * @param prefix in front of every name in the bucket, perhaps empty
 * @param patience how long an answer may take
 */
public record S3Settings(
        @Nullable URI endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        String accessKey,
        String secretKey,
        Duration patience) {
    /** @throws StorageUnusable naming the value that is missing or wrong */
    public static S3Settings read(Function<String, Optional<String>> setting) {
        URI endpoint =
                setting.apply("tillit.s3.endpoint").map(S3Settings::address).orElse(null);
        return new S3Settings(
                endpoint,
                required(setting, "tillit.s3.region"),
                required(setting, "tillit.s3.bucket"),
                setting.apply("tillit.s3.prefix").orElse(""),
                flag(setting, "tillit.s3.path.style", endpoint != null),
                required(setting, "tillit.s3.access.key"),
                secret(setting),
                Duration.ofSeconds(seconds(setting)));
    }

    /** Opens it; nothing is asked of the bucket yet. */
    public Storage open() {
        S3ClientBuilder client = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience)
                        .socketTimeout(patience)
                        .build())
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .forcePathStyle(pathStyle)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (endpoint != null) {
            client.endpointOverride(endpoint);
        }
        return new S3Storage(client.build(), bucket, prefix);
    }

    /** Plain HTTP is for this machine only. */
    private static URI address(String value) {
        try {
            URI uri = URI.create(value);
            boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && here)) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw (StorageUnusable) new StorageUnusable("tillit.s3.endpoint is no address").initCause(e);
        }
        throw new StorageUnusable("tillit.s3.endpoint must be an https address");
    }

    private static String secret(Function<String, Optional<String>> setting) {
        Optional<String> file = setting.apply("tillit.s3.secret.key.file");
        if (file.isEmpty()) {
            return setting.apply("tillit.s3.secret.key")
                    .orElseThrow(() -> new StorageUnusable("tillit.s3.secret.key.file (or the environment variable"
                            + " TILLIT_S3_SECRET_KEY) is missing"));
        }
        try {
            String secret = Files.readString(Path.of(file.get())).strip();
            if (secret.isEmpty()) {
                throw new StorageUnusable("tillit.s3.secret.key.file is empty");
            }
            return secret;
        } catch (IOException e) {
            throw (StorageUnusable) new StorageUnusable("tillit.s3.secret.key.file cannot be read").initCause(e);
        }
    }

    private static boolean flag(Function<String, Optional<String>> setting, String name, boolean otherwise) {
        String value = setting.apply(name).orElse(String.valueOf(otherwise));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StorageUnusable(name + " is neither true nor false");
        };
    }

    private static int seconds(Function<String, Optional<String>> setting) {
        String value = setting.apply("tillit.s3.timeout.seconds").orElse("30");
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new StorageUnusable("tillit.s3.timeout.seconds is no number of seconds from 1 to 9999");
        }
        return Integer.parseInt(value);
    }

    private static String required(Function<String, Optional<String>> setting, String name) {
        return setting.apply(name).orElseThrow(() -> new StorageUnusable(name + " is missing"));
    }

    @Override
    public String toString() {
        return "S3Settings[" + bucket + "]";
    }
}
