package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.tillit.keys.Tampered;
import no.tillit.testing.Contents;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What goes in comes out, whole or by ranges; what fails on its way in leaves nothing. */
class EncryptedBlobsTest extends BlobsFixture {
    @Test
    @DisplayName("content of every size around a segment's edge comes back as it was")
    void roundTrip() throws IOException {
        for (int length : new int[] {0, 1, FIRST - 1, FIRST, FIRST + 1, FIRST + NEXT, FIRST + NEXT + 1}) {
            byte[] content = Contents.bytes(length);
            StoredBlob blob = write(content);

            assertThat(read(blob)).as("%d bytes", length).isEqualTo(content);
            assertThat(blob.plaintextLength()).isEqualTo(length);
            assertThat(blob.ciphertextLength()).isEqualTo(Files.size(file(blob)));
        }
    }

    @Test
    @DisplayName("a range across every segment's edge decrypts to those bytes")
    void ranges() throws IOException {
        byte[] content = Contents.bytes(FIRST + 2 * NEXT + 100);
        StoredBlob blob = write(content);
        List<Integer> edges = Stream.of(0, FIRST, FIRST + NEXT, FIRST + 2 * NEXT, content.length)
                .flatMap(edge -> Stream.of(edge - 1, edge, edge + 1))
                .filter(at -> at >= 0 && at <= content.length)
                .toList();
        for (int from : edges) {
            for (int to : edges) {
                if (from <= to) {
                    byte[] expected = Arrays.copyOfRange(content, from, to);
                    assertThat(Arrays.equals(range(blob, from, to), expected))
                            .as("%d to %d", from, to)
                            .isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("a range outside the content is refused, also of empty content")
    void outside() throws IOException {
        StoredBlob blob = write(Contents.bytes(10));
        StoredBlob empty = write(new byte[0]);

        assertThat(range(empty, 0, 0)).isEmpty();
        assertThatThrownBy(() -> range(empty, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range(blob, 0, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range(blob, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range(blob, 5, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a content that stops arriving leaves nothing behind, also after several segments")
    void interrupted() throws IOException {
        for (int before : new int[] {0, 10, FIRST + NEXT + 10}) {
            assertThatThrownBy(() -> blobs.write(key, context, Contents.failingAfter(before)))
                    .isInstanceOf(ContentInterrupted.class);
            assertThat(files()).isEmpty();
        }
    }

    @Test
    @DisplayName("a refusal while reading the content passes through and leaves nothing behind")
    void refusedOnTheWay() throws IOException {
        InputStream refusing = new InputStream() {
            @Override
            public int read() {
                throw new IllegalArgumentException("too long");
            }
        };
        assertThatThrownBy(() -> blobs.write(key, context, refusing)).isInstanceOf(IllegalArgumentException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    @DisplayName("a closed key neither reads nor writes")
    void closedKey() throws IOException {
        StoredBlob blob = write(Contents.bytes(100));
        key.close();

        assertThatThrownBy(() -> read(blob)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> write(Contents.bytes(1))).isInstanceOf(IllegalStateException.class);
        assertThat(files()).containsExactly(file(blob));
    }

    @Test
    @DisplayName("no word of the content is in the file, which its owner alone reads")
    void nothingReadable() throws IOException {
        String sentence = "the marker sentence of an invented person";
        StoredBlob blob = write(sentence.repeat(5000).getBytes(StandardCharsets.UTF_8));

        assertThat(new String(Files.readAllBytes(file(blob)), StandardCharsets.ISO_8859_1))
                .doesNotContain("marker");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(blob))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("a deleted blob is gone; deleting it again does nothing; reading it is noticed")
    void deleted() {
        StoredBlob blob = write(Contents.bytes(10));
        assertThat(blobs.exists(blob.id())).isTrue();

        blobs.delete(blob.id());
        blobs.delete(blob.id());

        assertThat(blobs.exists(blob.id())).isFalse();
        assertThatThrownBy(() -> read(blob)).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("a folder that cannot be written says that the storage is unavailable")
    void unavailable() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        EncryptedBlobs broken = blobs(notAFolder, ring.installation());

        assertThatThrownBy(() -> broken.write(key, context, new ByteArrayInputStream(new byte[1])))
                .isInstanceOf(StorageUnavailable.class);
    }

    @Test
    @DisplayName("a reader that goes away gets its own exception back")
    void readerGone() {
        StoredBlob blob = write(Contents.bytes(10));
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        assertThatThrownBy(() -> blobs.read(key, context, blob, closed))
                .isInstanceOf(IOException.class)
                .hasMessage("broken pipe");
    }

    @Test
    @DisplayName("100 MiB are written and read in constant memory")
    void constantMemory() throws IOException {
        long length = 100L << 20;
        long before = allocated();
        StoredBlob blob = blobs.write(key, context, Contents.zeros(length));
        long afterWriting = allocated();
        readAway(context, blob);

        assertThat(blob.plaintextLength()).isEqualTo(length);
        assertThat(afterWriting - before).as("allocated to write").isLessThan(16L << 20);
        assertThat(allocated() - afterWriting).as("allocated to read").isLessThan(16L << 20);
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
