package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.tillit.kernel.Clock;
import no.tillit.storage.internal.Disk;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.ChildJvm;
import no.tillit.testing.Contents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file operation of an upload fails once, in every way it can. */
@DisplayName("a disk that fails")
class DiskFaultsTest {
    private static final byte[] CONTENT = Contents.bytes((2 << 20) + 100);

    @TempDir
    private Path folder = Path.of("");

    private Face.Kept earlier = new Face.Kept(new BlobId(EncryptedFace.ONE), null);

    @BeforeEach
    void anEarlierBlob() {
        earlier = new EncryptedFace(new FileStorage(folder)).keep(new ByteArrayInputStream(Contents.bytes(1000)));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("once, at any operation, refuses the upload and leaves nothing of it")
    @ValueSource(strings = {"Input/output error", "No space left on device", "short write"})
    void once(String error) throws IOException {
        int refused = 0;
        while (true) {
            int failing = refused + 1;
            var disk = new FailingDisk(error, number -> number == failing);
            EncryptedFace face = new EncryptedFace(new FileStorage(folder, disk));
            Face.Kept kept = tryToKeep(face);
            if (kept != null) {
                assertThat(face.read(kept)).isEqualTo(CONTENT);
                break;
            }
            refused++;
            assertThat(files())
                    .as("step %d", failing)
                    .containsExactly(earlier.id().value() + ".blob");
        }
        assertThat(refused).isGreaterThanOrEqualTo(error.equals("short write") ? 3 : 9);
        assertThat(new EncryptedFace(new FileStorage(folder)).read(earlier)).isEqualTo(Contents.bytes(1000));
    }

    @Test
    @DisplayName("from some operation on, for good, refuses the upload; the sweeper removes what is left")
    void forGood() throws IOException {
        for (int from = 1; ; from++) {
            int first = from;
            var disk = new FailingDisk("Input/output error", number -> number >= first);
            Face.Kept kept = tryToKeep(new EncryptedFace(new FileStorage(folder, disk)));
            if (kept != null) {
                break;
            }
            var later = java.time.Clock.offset(java.time.Clock.systemUTC(), Duration.ofHours(25));
            new SweepingBlobs(new FileStorage(folder), new Clock(later))
                    .sweep(Duration.ofHours(24), Set.of(earlier.id())::contains);
            assertThat(files())
                    .as("from step %d", first)
                    .containsExactly(earlier.id().value() + ".blob");
        }
    }

    @Test
    @DisplayName("that takes fewer bytes than it was given is given the rest")
    void shortWrites() throws IOException {
        var disk = new SteppingDisk((number, name) -> {}) {
            @Override
            public void write(FileChannel file, ByteBuffer bytes) throws IOException {
                int end = bytes.limit();
                bytes.limit(bytes.position() + Math.min(bytes.remaining(), 70_001));
                super.write(file, bytes);
                bytes.limit(end);
            }

            @Override
            public void writeStraight(FileChannel straight, ByteBuffer blocks) throws IOException {
                int end = blocks.limit();
                blocks.limit(blocks.position() + blocks.remaining() / 4);
                super.writeStraight(straight, blocks);
                blocks.limit(end);
            }
        };
        EncryptedFace face = new EncryptedFace(new FileStorage(folder, disk));

        assertThat(face.read(face.keep(new ByteArrayInputStream(CONTENT)))).isEqualTo(CONTENT);
    }

    @Test
    @DisplayName("whose file system always uses its cache keeps large content as well")
    void throughTheCache() throws IOException {
        var disk = new Disk() {
            @Override
            public @Nullable FileChannel createStraight(Path file, int aligned) {
                return null;
            }

            @Override
            public @Nullable FileChannel openStraight(Path file, int aligned) {
                return null;
            }
        };
        EncryptedFace face = new EncryptedFace(new FileStorage(folder, disk));

        assertThat(face.read(face.keep(new ByteArrayInputStream(CONTENT)))).isEqualTo(CONTENT);
    }

    @Test
    @DisplayName("while deleting says so, and deleting again succeeds")
    void deleting() throws IOException {
        for (int step = 1; step <= 2; step++) {
            int failing = step;
            Face.Kept doomed =
                    new EncryptedFace(new FileStorage(folder)).keep(new ByteArrayInputStream(Contents.bytes(10)));
            var disk = new FailingDisk("Input/output error", number -> number == failing);
            EncryptedBlobs blobs = new EncryptedFace(new FileStorage(folder, disk)).blobs;

            assertThatThrownBy(() -> blobs.delete(doomed.id())).isInstanceOf(StorageUnavailable.class);
            blobs.delete(doomed.id());

            assertThat(blobs.exists(doomed.id())).isFalse();
        }
    }

    @Test
    @DisplayName("because the kernel says so (a file may not grow further) refuses the upload and leaves nothing of it")
    void kernel() throws IOException {
        try (ChildJvm child = ChildJvm.runLimited("-f 1500", Filling.class, folder.toString())) {
            assertThat(child.line("refused")).contains("storage-unavailable").contains("File too large");
        }
        assertThat(files()).containsExactly(earlier.id().value() + ".blob");
    }

    /** Uploads more than it may. */
    static final class Filling {
        private Filling() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            EncryptedFace face = new EncryptedFace(new FileStorage(Path.of(arguments[0])));
            try {
                face.keep(new ByteArrayInputStream(CONTENT));
                System.out.println("kept");
            } catch (StorageUnavailable e) {
                System.out.println("refused " + e.code() + " " + e.getCause());
            }
        }
    }

    private static Face.@Nullable Kept tryToKeep(EncryptedFace face) {
        try {
            return face.keep(new ByteArrayInputStream(CONTENT));
        } catch (StorageUnavailable refused) {
            assertThat(refused).hasCauseInstanceOf(IOException.class);
            return null;
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    /** Fails the steps asked for; a short write takes half of the bytes before it does, and only writes count for it. */
    private static final class FailingDisk extends SteppingDisk {
        private final String error;
        private final java.util.function.IntPredicate failing;
        private int writes;

        FailingDisk(String error, java.util.function.IntPredicate failing) {
            super((number, name) -> {
                if (!error.equals("short write") && failing.test(number)) {
                    throw new IOException(error);
                }
            });
            this.error = error;
            this.failing = failing;
        }

        @Override
        public void write(FileChannel file, ByteBuffer bytes) throws IOException {
            if (error.equals("short write") && failing.test(++writes)) {
                bytes.limit(bytes.position() + bytes.remaining() / 2);
                super.write(file, bytes);
                throw new IOException("No space left on device");
            }
            super.write(file, bytes);
        }

        @Override
        public void writeStraight(FileChannel straight, ByteBuffer blocks) throws IOException {
            if (error.equals("short write") && failing.test(++writes)) {
                blocks.limit(blocks.position() + blocks.remaining() / 2);
                super.writeStraight(straight, blocks);
                throw new IOException("No space left on device");
            }
            super.writeStraight(straight, blocks);
        }
    }
}
