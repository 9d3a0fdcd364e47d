package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.tillit.testing.S3Process;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

@DisplayName("a bucket that keeps versions")
class VersionedBucketTest {
    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final S3Process SERVER = S3Process.versioned();

    private final String bucket = SERVER.bucket();
    private final Storage storage = SERVER.storage(bucket);
    private final S3Client other = SERVER.client();

    VersionedBucketTest() {
        other.putBucketVersioning(
                v -> v.bucket(bucket).versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private Face.Kept aBlob() throws IOException {
        return new PlainFace(storage).keep(new ByteArrayInputStream(new byte[100]));
    }

    private static String key(Face.Kept blob) {
        return "content/" + blob.id().value() + ".blob";
    }

    private long versionsLeft() {
        var all = other.listObjectVersions(v -> v.bucket(bucket));
        return all.versions().size() + all.deleteMarkers().size();
    }

    @Test
    @DisplayName("a deleted blob leaves no version: not an older one, not a mark of deletion")
    void everyVersion() throws IOException {
        Face.Kept blob = aBlob();
        other.putObject(p -> p.bucket(bucket).key(key(blob)), RequestBody.fromString("put over it by somebody"));
        other.deleteObject(d -> d.bucket(bucket).key(key(blob)));
        assertThat(versionsLeft()).isEqualTo(3);

        assertThat(storage.delete(blob.id())).isTrue();

        assertThat(versionsLeft()).isZero();
        assertThat(storage.delete(blob.id())).isFalse();
    }

    @Test
    @DisplayName("a blob that somebody hid under a mark of deletion is still listed, so that the sweeper finds it")
    void hidden() throws IOException {
        Face.Kept blob = aBlob();
        other.deleteObject(d -> d.bucket(bucket).key(key(blob)));

        List<BlobId> listed = new ArrayList<>();
        storage.eachKept(EVER, listed::add);

        assertThat(storage.exists(blob.id())).isFalse();
        assertThat(listed).containsExactly(blob.id());
    }
}
