package no.tillit.storage.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import no.tillit.storage.Storage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object on its way: in one request when it is small, otherwise in parts of 5 MiB, each with a checksum that the bucket
 * compares. One part is held in memory; the largest blob has 10,000 of them.
 */
final class S3Writing implements Storage.Writing {
    private static final int PART = 5 << 20;
    private static final int SMALL = 64 << 10;
    private static final String TYPE = "application/octet-stream";

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] part = new byte[SMALL];
    private int filled;
    private @Nullable String upload;
    private boolean ending;
    private boolean kept;

    S3Writing(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            if (filled == PART) {
                sendPart();
            }
            int take = Math.min(offset + length - at, PART - filled);
            if (part.length < filled + take) {
                part = Arrays.copyOf(part, Math.min(PART, Math.max(2 * part.length, filled + take)));
            }
            System.arraycopy(bytes, at, part, filled, take);
            filled += take;
            at += take;
        }
    }

    @Override
    public void keep() throws IOException {
        ending = true;
        if (upload != null) {
            sendPart();
        }
        String id = upload;
        try {
            if (id == null) {
                client.putObject(
                        p -> p.bucket(bucket).key(key).contentType(TYPE).contentMD5(md5()), body());
            } else {
                client.completeMultipartUpload(
                        c -> c.bucket(bucket).key(key).uploadId(id).multipartUpload(m -> m.parts(parts)));
            }
            kept = true;
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    private void sendPart() throws IOException {
        try {
            String id = upload == null ? start() : upload;
            int number = parts.size() + 1;
            String tag = client.uploadPart(
                            p -> p.bucket(bucket)
                                    .key(key)
                                    .uploadId(id)
                                    .partNumber(number)
                                    .contentMD5(md5()),
                            body())
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            filled = 0;
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    private String start() {
        String id = client.createMultipartUpload(c -> c.bucket(bucket).key(key).contentType(TYPE))
                .uploadId();
        upload = id;
        return id;
    }

    /** Of the array itself, again for every try. */
    private RequestBody body() {
        byte[] bytes = part;
        int length = filled;
        return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes, 0, length), length, TYPE);
    }

    /** Against a slip on the way, which is all it is for. */
    private String md5() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(part, 0, filled);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5", e);
        }
    }

    /** When it is not known whether the end was taken, the object goes as well: nobody was told of it. */
    @Override
    public void close() throws IOException {
        String id = upload;
        if (kept) {
            return;
        }
        try {
            if (id != null) {
                client.abortMultipartUpload(a -> a.bucket(bucket).key(key).uploadId(id));
            }
        } catch (SdkException e) {
            throw S3Failure.of(e);
        } finally {
            if (ending) {
                new S3Versions(client, bucket).delete(key);
            }
        }
    }
}
