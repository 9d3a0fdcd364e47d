package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.tillit.kernel.Clock;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.ChildJvm;
import no.tillit.testing.Contents;
import no.tillit.testing.LogLines;
import no.tillit.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 before every step of an upload and of a deletion, found out one after the other. */
@DisplayName("a process that is killed")
class CrashTest {
    private static final Duration GRACE = Duration.ofHours(24);
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-Xmx64m");

    @TempDir
    private Path folder = Path.of("");

    private Storage storage = new FileStorage(folder);
    private EncryptedFace face = new EncryptedFace(storage);
    private Face.Kept earlier = new Face.Kept(new BlobId(EncryptedFace.ONE), null);

    @BeforeEach
    void anEarlierBlob() {
        storage = new FileStorage(folder);
        face = new EncryptedFace(storage);
        earlier = face.keep(new ByteArrayInputStream(Contents.bytes(1000)));
    }

    @Test
    @DisplayName("at any step of an upload has not acknowledged it; the sweeper removes what is left and says so")
    void upload() throws IOException {
        List<String> killedAt = new ArrayList<>();
        for (int step = 1; ; step++) {
            String said = runAndKill("upload", step);
            if (said.startsWith("kept ")) {
                readsAs(said.substring(5));
                break;
            }
            killedAt.add(said.replaceAll(".*: ", ""));
            List<BlobId> left = listed();
            List<String> log = sweepLater(Set.of(earlier.id()));
            assertThat(onlyFiles()).as(said).containsExactly(earlier.id().value() + ".blob");
            assertThat(log).as(said).hasSameSizeAs(left);
            assertThat(face.read(earlier)).isEqualTo(Contents.bytes(1000));
        }
        assertThat(killedAt)
                .containsSubsequence("create file", "write", "write", "force file", "rename", "force folder")
                .endsWith("rename", "force folder");
    }

    @Test
    @DisplayName("after the last step, before there is a row, leaves a blob that nobody knows and the sweeper removes")
    void beforeTheRow() throws IOException {
        String said = runAndKill("upload", 0);
        StoredBlob blob = Rows.of(said.substring(5));
        assertThat(storage.exists(blob.id())).isTrue();

        List<String> log = sweepLater(Set.of(earlier.id()));

        assertThat(log).singleElement().asString().contains(blob.id().value().toString());
        assertThat(onlyFiles()).containsExactly(earlier.id().value() + ".blob");
    }

    @Test
    @DisplayName("at any step of a deletion leaves the blob whole or gone; deleting again ends it")
    void deletion() throws IOException {
        List<String> killedAt = new ArrayList<>();
        for (int step = 1; ; step++) {
            Face.Kept doomed = face.keep(new ByteArrayInputStream(Contents.bytes(2000)));
            String said = runAndKill("delete", step, doomed.id().value().toString());
            if (said.equals("deleted")) {
                assertThat(storage.exists(doomed.id())).isFalse();
                break;
            }
            killedAt.add(said.replaceAll(".*: ", ""));
            if (storage.exists(doomed.id())) {
                assertThat(face.read(doomed)).isEqualTo(Contents.bytes(2000));
            }
            storage.delete(doomed.id());
            assertThat(onlyFiles()).containsExactly(earlier.id().value() + ".blob");
        }
        assertThat(killedAt).containsExactly("delete", "force folder");
    }

    private String runAndKill(String what, int step, String... more) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of(what, folder.toString(), Integer.toString(step)), Arrays.stream(more))
                .toArray(String[]::new);
        try (ChildJvm child = ChildJvm.run(CrashingChild.class, QUICK, arguments)) {
            String said = String.valueOf(child.line());
            child.kill();
            assertThat(said).matches("(before step|kept|deleted).*");
            return said;
        }
    }

    private void readsAs(String row) throws IOException {
        StoredBlob blob = Rows.of(row);
        assertThat(face.read(new Face.Kept(blob.id(), blob))).isEqualTo(CrashingChild.content());
        assertThat(sweepLater(Set.of(earlier.id(), blob.id()))).isEmpty();
        assertThat(face.read(new Face.Kept(blob.id(), blob))).isEqualTo(CrashingChild.content());
    }

    /** Everything in the store but the earlier blob, finished or not. */
    private List<BlobId> listed() throws IOException {
        List<BlobId> ids = new ArrayList<>();
        Instant ever = Instant.parse("2100-01-01T00:00:00Z");
        storage.eachKept(ever, ids::add);
        storage.eachUnfinished(ever, ids::add);
        ids.remove(earlier.id());
        return ids;
    }

    /** Sweeps within the grace period, which removes nothing, and after it; returns what was logged. */
    private List<String> sweepLater(Set<BlobId> known) throws IOException {
        List<BlobId> before = listed();
        assertThat(sweeping(Duration.ofHours(23)).sweep(GRACE, known::contains)).isEqualTo(new BlobSweep(0, 0));
        assertThat(listed()).hasSameElementsAs(before);
        return LogLines.of(
                SweepingBlobs.class, () -> sweeping(Duration.ofHours(25)).sweep(GRACE, known::contains));
    }

    private SweepingBlobs sweeping(Duration later) {
        Instant now = new Clock().now().plus(later);
        return new SweepingBlobs(storage, new Clock(java.time.Clock.fixed(now, Clock.ZONE)));
    }

    private List<String> onlyFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
