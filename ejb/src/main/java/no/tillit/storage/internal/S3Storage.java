package no.tillit.storage.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.storage.BlobGone;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Blobs as objects {@code <prefix><id>.blob} of one bucket. A blob larger than one part is an upload in parts, which nobody
 * finds until it is completed; the store keeps what it acknowledged.
 *
 * <p>Deleting removes every version and mark of deletion that a versioned bucket has of the name. Nothing is listed in
 * memory but the page at hand.
 */
public final class S3Storage implements Storage {
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.blob");

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final S3Versions objects;

    public S3Storage(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.objects = new S3Versions(client, bucket);
    }

    @Override
    public Writing begin(BlobId id) {
        return new S3Writing(client, bucket, key(id));
    }

    @Override
    public Reading open(BlobId id) throws IOException {
        return new S3Reading(client, bucket, key(id), objects.length(key(id)));
    }

    @Override
    public boolean exists(BlobId id) throws IOException {
        try {
            return objects.length(key(id)) >= 0;
        } catch (BlobGone gone) {
            return false;
        }
    }

    @Override
    public boolean delete(BlobId id) throws IOException {
        return objects.delete(key(id));
    }

    /** Each takes a journey or two over the network, so that several go at once. */
    @Override
    public void deleteAll(Collection<BlobId> ids, Executor threads) throws IOException {
        List<CompletableFuture<@Nullable IOException>> under = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(() -> failureOfDeleting(id), threads))
                .toList();
        IOException first = null;
        for (CompletableFuture<@Nullable IOException> each : under) {
            IOException failed = each.join();
            first = first == null ? failed : first;
        }
        if (first != null) {
            throw first;
        }
    }

    private @Nullable IOException failureOfDeleting(BlobId id) {
        try {
            delete(id);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    @Override
    public void abandon(BlobId id) throws IOException {
        try {
            for (var page :
                    client.listMultipartUploadsPaginator(u -> u.bucket(bucket).prefix(key(id)))) {
                for (MultipartUpload upload : page.uploads()) {
                    client.abortMultipartUpload(
                            a -> a.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
                }
            }
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    @Override
    public void eachKept(Instant before, Visitor visitor) throws IOException {
        objects.each(prefix, before, key -> visit(key, visitor));
    }

    @Override
    public void eachUnfinished(Instant before, Visitor visitor) throws IOException {
        try {
            for (var page :
                    client.listMultipartUploadsPaginator(u -> u.bucket(bucket).prefix(prefix))) {
                for (MultipartUpload upload : page.uploads()) {
                    if (upload.initiated().isBefore(before)) {
                        visit(upload.key(), visitor);
                    }
                }
            }
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    private void visit(String key, Visitor visitor) throws IOException {
        Matcher name = NAME.matcher(key.substring(Math.min(prefix.length(), key.length())));
        if (key.startsWith(prefix) && name.matches()) {
            visitor.visit(new BlobId(UUID.fromString(name.group(1))));
        }
    }

    private String key(BlobId id) {
        return prefix + id.value() + ".blob";
    }
}
