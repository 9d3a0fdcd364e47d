package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.tillit.kernel.Clock;
import no.tillit.testing.Contents;
import no.tillit.testing.FailingBucket;
import no.tillit.testing.S3Process;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a bucket that fails")
class BucketFaultsTest {
    private static final int MIB = 1 << 20;
    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    @DisplayName(
            "because its server is killed in the middle of an upload: refused, nothing is visible, the sweeper aborts it")
    void killed() throws IOException {
        try (S3Process server = S3Process.start()) {
            Storage storage = server.storage(server.bucket());
            EncryptedFace face = new EncryptedFace(storage);
            Face.Kept earlier = face.keep(new ByteArrayInputStream(Contents.bytes(1000)));
            InputStream killing = new InputStream() {
                @Override
                public int read() {
                    server.kill();
                    return -1;
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return read();
                }
            };
            InputStream content = new SequenceInputStream(
                    new SequenceInputStream(Contents.zeros(8 * MIB), killing), Contents.zeros(8 * MIB));

            assertThatThrownBy(() -> face.keep(content)).isInstanceOf(StorageUnavailable.class);
            server.startAgain();

            assertThat(kept(storage)).containsExactly(earlier.id());
            assertThat(unfinished(storage)).hasSize(1);
            var later = java.time.Clock.offset(java.time.Clock.systemUTC(), Duration.ofHours(25));
            assertThat(new SweepingBlobs(storage, new Clock(later)).sweep(Duration.ofHours(24), earlier.id()::equals))
                    .isEqualTo(new BlobSweep(1, 0));
            assertThat(unfinished(storage)).isEmpty();
            assertThat(face.read(earlier)).isEqualTo(Contents.bytes(1000));
        }
    }

    @ParameterizedTest(name = "with {0}")
    @DisplayName("in the middle of an upload: refused, and the upload is aborted")
    @ValueSource(ints = {500, 503, 403, FailingBucket.SILENCE})
    void inTheMiddle(int status) {
        try (FailingBucket bucket = new FailingBucket(1, status)) {
            EncryptedFace face = new EncryptedFace(bucket.storage());

            assertThatThrownBy(() -> face.keep(Contents.zeros(16 * MIB)))
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining("Nothing was kept")
                    .extracting(refusal -> ((StorageUnavailable) refusal).kind())
                    .isEqualTo(no.tillit.kernel.Refusal.Kind.UNAVAILABLE);
            assertThat(bucket.requests()).last().asString().startsWith("DELETE").contains("uploadId=one");
        }
    }

    @ParameterizedTest(name = "with {0}")
    @DisplayName("at the end of an upload: refused, and what may have been kept after all is removed")
    @ValueSource(ints = {500, 503})
    void atTheEnd(int status) {
        try (FailingBucket bucket = new FailingBucket(100, status)) {
            EncryptedFace face = new EncryptedFace(bucket.storage());

            assertThatThrownBy(() -> face.keep(Contents.zeros(6 * MIB))).isInstanceOf(StorageUnavailable.class);
            assertThat(bucket.requests())
                    .anyMatch(request -> request.startsWith("POST") && request.contains("uploadId=one"))
                    .anyMatch(request -> request.startsWith("DELETE") && request.contains("uploadId=one"))
                    .last()
                    .asString()
                    .startsWith("GET")
                    .contains("versions");
        }
    }

    @ParameterizedTest(name = "with {0}")
    @DisplayName("all the time: writing, reading and deleting are refused, and nobody takes it for damage or absence")
    @ValueSource(ints = {500, 503, 403, FailingBucket.SILENCE})
    void always(int status) {
        try (FailingBucket bucket = new FailingBucket(-1, status)) {
            EncryptedFace face = new EncryptedFace(bucket.storage());
            BlobId id = new BlobId(UUID.randomUUID());
            Face.Kept blob = new Face.Kept(id, new StoredBlob(id, 10, 10 + 57 + 32, new byte[32]));

            assertThatThrownBy(() -> face.keep(new ByteArrayInputStream(new byte[10])))
                    .isInstanceOf(StorageUnavailable.class);
            assertThatThrownBy(() -> face.read(blob)).isInstanceOf(StorageUnavailable.class);
            assertThatThrownBy(() -> face.blobs.exists(id)).isInstanceOf(StorageUnavailable.class);
            assertThatThrownBy(() -> face.blobs.delete(id)).isInstanceOf(StorageUnavailable.class);
        }
    }

    private static List<BlobId> kept(Storage storage) throws IOException {
        List<BlobId> ids = new ArrayList<>();
        storage.eachKept(EVER, ids::add);
        return ids;
    }

    private static List<BlobId> unfinished(Storage storage) throws IOException {
        List<BlobId> ids = new ArrayList<>();
        storage.eachUnfinished(EVER, ids::add);
        return ids;
    }
}
