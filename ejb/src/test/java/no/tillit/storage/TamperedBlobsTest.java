package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.keys.ContentCipher;
import no.tillit.keys.Installation;
import no.tillit.keys.NewDocumentKey;
import no.tillit.keys.Tampered;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.testing.Contents;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a storage administrator, or a failing disk, cannot do unnoticed. */
class TamperedBlobsTest extends BlobsFixture {
    private static final int SEGMENT = ContentCipher.SEGMENT;

    @Test
    @DisplayName("a bit flipped in suite, header, any segment or tag is noticed, and no false byte comes out")
    void bitFlips() throws IOException {
        byte[] content = Contents.bytes(FIRST + NEXT + 50);
        StoredBlob blob = write(content);
        int end = (int) blob.ciphertextLength();
        int[] places = {
            0,
            1,
            2,
            20,
            33,
            34,
            40,
            41,
            42,
            1000,
            SEGMENT - 17,
            SEGMENT - 1,
            SEGMENT,
            SEGMENT + 1,
            2 * SEGMENT - 17,
            2 * SEGMENT - 1,
            2 * SEGMENT,
            end - 17,
            end - 16,
            end - 1
        };
        for (int at : places) {
            flip(blob, at);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> blobs.read(key, context, blob, out))
                    .as("bit flipped at %d", at)
                    .isInstanceOf(Tampered.class);
            assertThat(Arrays.equals(out.toByteArray(), Arrays.copyOf(content, out.size())))
                    .isTrue();
            flip(blob, at);
        }
        assertThat(read(blob)).isEqualTo(content);
    }

    @Test
    @DisplayName("a blob cut at or beside a segment's edge, or made longer, is noticed, even if the row lies about it")
    void truncation() throws IOException {
        StoredBlob blob = write(Contents.bytes(FIRST + NEXT + 50));
        byte[] whole = Files.readAllBytes(file(blob));
        int[] lengths = {
            0,
            1,
            40,
            41,
            56,
            57,
            SEGMENT - 1,
            SEGMENT,
            SEGMENT + 1,
            SEGMENT + 16,
            2 * SEGMENT - 1,
            2 * SEGMENT,
            2 * SEGMENT + 1,
            whole.length - 1,
            whole.length + 1
        };
        for (int length : lengths) {
            Files.write(file(blob), Arrays.copyOf(whole, length));
            StoredBlob lying = new StoredBlob(blob.id(), blob.plaintextLength(), length, blob.sha256());
            long last = blob.plaintextLength();

            assertThatThrownBy(() -> read(blob)).as("cut to %d", length).isInstanceOf(Tampered.class);
            assertThatThrownBy(() -> range(blob, 0, 1)).as("cut to %d", length).isInstanceOf(Tampered.class);
            assertThatThrownBy(() -> read(lying)).as("row says %d", length).isInstanceOf(Tampered.class);
            assertThatThrownBy(() -> range(lying, last - 1, last))
                    .as("row says %d, last byte", length)
                    .isInstanceOf(Tampered.class);
        }
    }

    @Test
    @DisplayName("segments swapped, or taken from another blob of the same document, are noticed")
    void swappedSegments() throws IOException {
        StoredBlob blob = write(Contents.bytes(FIRST + 2 * NEXT));
        byte[] whole = Files.readAllBytes(file(blob));
        byte[] swapped = whole.clone();
        System.arraycopy(whole, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(whole, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        byte[] mixed = whole.clone();
        byte[] other = Files.readAllBytes(file(write(Contents.bytes(FIRST + 2 * NEXT))));
        System.arraycopy(other, SEGMENT, mixed, SEGMENT, SEGMENT);

        for (byte[] forged : List.of(swapped, mixed)) {
            Files.write(file(blob), forged);
            assertThatThrownBy(() -> read(blob)).isInstanceOf(Tampered.class);
            assertThatThrownBy(() -> range(blob, FIRST, FIRST + 1)).isInstanceOf(Tampered.class);
        }
    }

    @Test
    @DisplayName("a range is read without touching other segments: only damage within it is noticed")
    void onlyItsSegments() throws IOException {
        byte[] content = Contents.bytes(FIRST + 2 * NEXT);
        StoredBlob blob = write(content);
        flip(blob, SEGMENT + 5);

        assertThat(range(blob, FIRST + NEXT, FIRST + NEXT + 9))
                .isEqualTo(Arrays.copyOfRange(content, FIRST + NEXT, FIRST + NEXT + 9));
        assertThatThrownBy(() -> range(blob, FIRST, FIRST + 1)).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("an older blob of the same document put in a newer one's place opens in no way")
    void oldBlobPutBack() throws IOException {
        StoredBlob old = write(Contents.bytes(100));
        StoredBlob current = write(Contents.bytes(100));
        Files.copy(file(old), file(current), StandardCopyOption.REPLACE_EXISTING);
        StoredBlob withOldRow = new StoredBlob(current.id(), 100, old.ciphertextLength(), old.sha256());

        assertThatThrownBy(() -> read(current)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> range(current, 0, 1)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> read(withOldRow)).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("a row whose digest was changed does not let the content through to its end")
    void digest() {
        StoredBlob blob = write(Contents.bytes(100));
        StoredBlob forged = new StoredBlob(blob.id(), 100, blob.ciphertextLength(), new byte[32]);

        assertThatThrownBy(() -> read(forged)).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("content opens in no other project, document, version, role, set of people or installation")
    void boundToItsContext() {
        StoredBlob blob = write(Contents.bytes(100));
        var people = Set.of(one, two);
        UUID other = UUID.randomUUID();
        for (ContentContext wrong : List.of(
                new ContentContext(new ProjectId(other), people, document, 1, ContentRole.ORIGINAL),
                new ContentContext(project, Set.of(one), document, 1, ContentRole.ORIGINAL),
                new ContentContext(project, people, other, 1, ContentRole.ORIGINAL),
                new ContentContext(project, people, document, 2, ContentRole.ORIGINAL),
                new ContentContext(project, people, document, 1, ContentRole.EXTRACT))) {
            var out = OutputStream.nullOutputStream();
            assertThatThrownBy(() -> readAway(wrong, blob)).isInstanceOf(Tampered.class);
            assertThatThrownBy(() -> blobs.readRange(key, wrong, blob, 0, 1, out))
                    .isInstanceOf(Tampered.class);
        }
        EncryptedBlobs foreign = blobs(folder, new Installation(new RootKeyTable(TestDatabases.freshKeys())));
        assertThatThrownBy(() -> foreign.read(key, context, blob, OutputStream.nullOutputStream()))
                .isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("another document's key opens nothing")
    void wrongKey() {
        StoredBlob blob = write(Contents.bytes(100));
        try (NewDocumentKey other = ring.documents().create(UUID.randomUUID(), Set.of(one, two))) {
            assertThatThrownBy(() -> blobs.read(other.key(), context, blob, OutputStream.nullOutputStream()))
                    .isInstanceOf(Tampered.class);
        }
    }
}
