package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.tillit.kernel.Clock;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.Contents;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SweepingBlobsTest extends BlobsFixture {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofHours(24);

    private SweepingBlobs sweeping() {
        return new SweepingBlobs(new FileStorage(folder), new Clock(java.time.Clock.fixed(NOW, Clock.ZONE)));
    }

    private BlobId aBlob(Duration age) throws IOException {
        StoredBlob blob = write(Contents.bytes(5));
        age(file(blob), age);
        return blob.id();
    }

    private static void age(Path path, Duration age) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(NOW.minus(age)));
    }

    @Test
    @DisplayName(
            "a blob without a row goes after the grace period, neither before nor at its end; one with a row stays")
    void unknown() throws IOException {
        BlobId known = aBlob(GRACE.plusDays(100));
        BlobId old = aBlob(GRACE.plusSeconds(1));
        BlobId atTheEdge = aBlob(GRACE);
        BlobId young = aBlob(Duration.ofMinutes(5));

        assertThat(sweeping().sweep(GRACE, known::equals)).isEqualTo(new BlobSweep(0, 1));

        assertThat(blobs.exists(known)).isTrue();
        assertThat(blobs.exists(old)).isFalse();
        assertThat(blobs.exists(atTheEdge)).isTrue();
        assertThat(blobs.exists(young)).isTrue();
    }

    @Test
    @DisplayName("an upload that a crash cut off goes after the grace period; one that is going on stays")
    void pending() throws IOException {
        UUID crashed = begun(GRACE.plusSeconds(1));
        UUID going = begun(Duration.ofMinutes(1));

        assertThat(sweeping().sweep(GRACE, id -> true)).isEqualTo(new BlobSweep(1, 0));

        assertThat(folder.resolve("pending").resolve(going.toString())).exists();
        assertThat(folder.resolve("pending").resolve(crashed.toString())).doesNotExist();
    }

    private UUID begun(Duration age) throws IOException {
        UUID id = UUID.randomUUID();
        new FileStorage(folder).begin(new BlobId(id)).write(new byte[10], 0, 10);
        age(folder.resolve("pending").resolve(id.toString()), age);
        return id;
    }

    @Test
    @DisplayName("nothing is removed when it cannot be told what is known, and no other file is touched")
    void unsure() throws IOException {
        BlobId old = aBlob(GRACE.plusDays(2));
        Path stranger = Files.createFile(folder.resolve("README"));
        age(stranger, GRACE.plusDays(9));

        assertThatThrownBy(() -> sweeping().sweep(GRACE, id -> {
                    throw new IllegalStateException("database gone");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(blobs.exists(old)).isTrue();

        assertThat(sweeping().sweep(GRACE, id -> false)).isEqualTo(new BlobSweep(0, 1));
        assertThat(stranger).exists();
    }

    @Test
    @DisplayName("a store that was never written to has nothing to sweep")
    void empty() {
        folder = folder.resolve("not yet");

        assertThat(sweeping().sweep(GRACE, id -> false)).isEqualTo(new BlobSweep(0, 0));
    }
}
