package no.tillit.storage;

import static no.tillit.keys.ContentCipher.FIRST;
import static no.tillit.keys.ContentCipher.NEXT;
import static no.tillit.keys.ContentCipher.SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import no.tillit.keys.LooseKey;
import no.tillit.keys.Tampered;
import no.tillit.storage.internal.SegmentHashes;
import no.tillit.testing.Contents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a storage administrator, or a failing disk, cannot do unnoticed, whatever the store. The blob has three segments
 * and the list of their hashes: {@code 0 | 1 MiB | 2 MiB | 2 MiB + 66 | + 96}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DamageContract {
    private static final int HASHES = 2 * SEGMENT + 66;
    private static final int END = HASHES + 96;
    private static final byte[] CONTENT = Contents.bytes(FIRST + NEXT + 50);

    private Storage storage = new no.tillit.testing.MemoryStorage(() -> java.time.Instant.EPOCH);
    private EncryptedFace face = new EncryptedFace(storage);
    private StoredBlob blob = new StoredBlob(new BlobId(EncryptedFace.ONE), 0, 0, new byte[32]);

    abstract Storage storage() throws IOException;

    @BeforeEach
    void aBlob() throws IOException {
        storage = storage();
        face = new EncryptedFace(storage);
        blob = keep(CONTENT);
        assertThat(blob.ciphertextLength()).isEqualTo(END);
    }

    private StoredBlob keep(byte[] content) {
        return Objects.requireNonNull(
                face.keep(new ByteArrayInputStream(content)).row());
    }

    private byte[] stored(StoredBlob row) throws IOException {
        try (Storage.Reading reading = storage.open(row.id());
                InputStream all = reading.bytes(0, reading.length())) {
            return all.readAllBytes();
        }
    }

    private void put(StoredBlob row, byte[] bytes) throws IOException {
        storage.delete(row.id());
        try (Storage.Writing writing = storage.begin(row.id())) {
            writing.write(bytes, 0, bytes.length);
            writing.keep();
        }
    }

    private byte[] read(StoredBlob row) throws IOException {
        return face.range(row, 0, row.plaintextLength());
    }

    private void assertNoticed(StoredBlob row, String what) {
        long last = row.plaintextLength();
        assertThatThrownBy(() -> read(row)).as(what).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> face.range(row, 0, 1))
                .as(what + ", first byte")
                .isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> face.range(row, last - 1, last))
                .as(what + ", last byte")
                .isInstanceOf(Tampered.class);
    }

    private void assertRange(boolean noticed, int from, int to, String where) throws IOException {
        if (noticed) {
            assertThatThrownBy(() -> face.range(blob, from, to)).as(where).isInstanceOf(Tampered.class);
        } else {
            assertThat(face.range(blob, from, to)).as(where).isEqualTo(Arrays.copyOfRange(CONTENT, from, to));
        }
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("a bit flipped anywhere is noticed by a full read, and by a range that touches it")
    @CsvSource({
        // at, where, noticed by a range in the first, second, third segment
        "0, suite, true, true, true",
        "1, length of the header, true, true, true",
        "2, first byte of the salt, true, true, true",
        "33, last byte of the salt, true, true, true",
        "34, first byte of the nonce, true, true, true",
        "40, last byte of the nonce, true, true, true",
        "41, first byte of the first segment, true, false, false",
        "500000, middle of the first segment, true, false, false",
        "1048560, tag of the first segment, true, false, false",
        "1048575, last byte of the first segment, true, false, false",
        "1048576, first byte of the second segment, false, true, false",
        "1500000, middle of the second segment, false, true, false",
        "2097136, tag of the second segment, false, true, false",
        "2097151, last byte of the second segment, false, true, false",
        "2097152, first byte of the last segment, false, false, true",
        "2097201, last byte before its tag, false, false, true",
        "2097202, tag of the last segment, false, false, true",
        "2097217, last byte of the last segment, false, false, true",
        "2097218, hash of the first segment, true, true, true",
        "2097250, hash of the second segment, true, true, true",
        "2097313, last byte of the blob, true, true, true"
    })
    void bitFlips(int at, String where, boolean first, boolean second, boolean third) throws IOException {
        byte[] bytes = stored(blob);
        bytes[at] ^= 1;
        put(blob, bytes);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> face.blobs.read(LooseKey.number(7), EncryptedFace.CONTEXT, blob, out))
                .as(where)
                .isInstanceOf(Tampered.class);
        assertThat(Arrays.equals(out.toByteArray(), Arrays.copyOf(CONTENT, out.size())))
                .as("what came out before")
                .isTrue();
        assertRange(first, 0, 9, "first segment");
        assertRange(first, FIRST - 9, FIRST, "end of the first segment");
        assertRange(second, FIRST, FIRST + 9, "second segment");
        assertRange(third, FIRST + NEXT, FIRST + NEXT + 50, "third segment");
        assertRange(first || second, FIRST - 1, FIRST + 1, "across the first edge");
    }

    @Test
    @DisplayName("a damaged segment is not stepped over by who reads on after it")
    void notSteppedOver() throws IOException {
        byte[] bytes = stored(blob);
        bytes[SEGMENT + 500_000] ^= 1;
        put(blob, bytes);

        try (InputStream in = face.blobs.open(LooseKey.number(7), EncryptedFace.CONTEXT, blob)) {
            assertThat(in.readNBytes(FIRST)).isEqualTo(Arrays.copyOf(CONTENT, FIRST));
            assertThatThrownBy(in::read).isInstanceOf(Tampered.class);
            assertThatThrownBy(in::read).isInstanceOf(Tampered.class);
        }
    }

    static Stream<Integer> lengths() {
        return Stream.of(0, SEGMENT, 2 * SEGMENT, HASHES, HASHES + 32, HASHES + 64, END)
                .flatMap(edge -> Stream.of(edge - 1, edge, edge + 1))
                .filter(length -> length >= 0 && length != END);
    }

    @ParameterizedTest(name = "{0} bytes")
    @MethodSource("lengths")
    @DisplayName("a blob cut at an edge or one byte beside it, or made longer, is noticed, also when its row lies")
    void truncation(int length) throws IOException {
        put(blob, Arrays.copyOf(stored(blob), length));

        assertNoticed(blob, "cut");
        assertNoticed(new StoredBlob(blob.id(), CONTENT.length, length, blob.sha256()), "its row has that length");
        assertNoticed(new StoredBlob(blob.id(), 50, length, blob.sha256()), "its row has another content's length");
    }

    @Test
    @DisplayName("a segment left out whole, with its hash, is noticed even when lengths and digest in the row fit")
    void segmentLeftOut() throws IOException {
        byte[] whole = stored(blob);
        byte[] cut = Arrays.copyOf(whole, 2 * SEGMENT);
        StoredBlob fitting = withHashes(cut, SEGMENT, FIRST + NEXT);

        assertThatThrownBy(() -> read(fitting)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> face.range(fitting, FIRST, FIRST + 1)).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName(
            "segments swapped, or taken from another blob, are noticed; with their hashes and the row's digest too")
    void swappedSegments() throws IOException {
        StoredBlob same = keep(Contents.bytes(FIRST + 2 * NEXT));
        byte[] whole = stored(same);
        byte[] swapped = whole.clone();
        System.arraycopy(whole, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(whole, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        put(same, swapped);
        assertThatThrownBy(() -> read(same)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> face.range(same, FIRST, FIRST + 1)).isInstanceOf(Tampered.class);

        blob = same;
        StoredBlob fitting = withHashes(Arrays.copyOf(swapped, 3 * SEGMENT), SEGMENT, FIRST + 2 * NEXT);
        assertThatThrownBy(() -> read(fitting)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> face.range(fitting, FIRST, FIRST + 1)).isInstanceOf(Tampered.class);

        byte[] mixed = whole.clone();
        System.arraycopy(stored(keep(Contents.bytes(FIRST + 2 * NEXT))), SEGMENT, mixed, SEGMENT, SEGMENT);
        put(same, mixed);
        assertThatThrownBy(() -> read(same)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> face.range(same, FIRST, FIRST + 1)).isInstanceOf(Tampered.class);
        assertThat(face.range(same, 0, 9)).as("a segment that is its own").hasSize(9);
    }

    /** Puts these segments in the blob's place with hashes that fit, and returns a row that fits them. */
    private StoredBlob withHashes(byte[] segments, int each, int plaintext) throws IOException {
        SegmentHashes hashes = new SegmentHashes();
        for (int at = 0; at < segments.length; at += each) {
            int length = Math.min(each, segments.length - at);
            hashes.add(Arrays.copyOfRange(segments, at, at + length), length);
        }
        byte[] list = hashes.list();
        byte[] all = Arrays.copyOf(segments, segments.length + list.length);
        System.arraycopy(list, 0, all, segments.length, list.length);
        put(blob, all);
        return new StoredBlob(blob.id(), plaintext, all.length, hashes.digest());
    }

    @Test
    @DisplayName("another blob in its place, such as an older version, is noticed even when the row is the other's too")
    void swappedBlobs() throws IOException {
        StoredBlob older = keep(CONTENT);
        put(blob, stored(older));

        assertNoticed(blob, "an older blob");
        assertNoticed(
                new StoredBlob(blob.id(), older.plaintextLength(), older.ciphertextLength(), older.sha256()),
                "an older blob with its row's values");
    }

    @Test
    @DisplayName("a row whose digest was changed opens nothing, not a range either")
    void digest() {
        assertNoticed(new StoredBlob(blob.id(), CONTENT.length, END, new byte[32]), "another digest");
    }

    @Test
    @DisplayName("a row of another version of the document opens nothing")
    void version() {
        ContentContext next = new ContentContext(
                EncryptedFace.CONTEXT.project(),
                EncryptedFace.CONTEXT.subjects(),
                EncryptedFace.CONTEXT.document(),
                2,
                ContentRole.ORIGINAL);
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> face.blobs.readRange(LooseKey.number(7), next, blob, 0, 1, out))
                .isInstanceOf(Tampered.class);
        assertThat(out.size()).isZero();
    }

    @Test
    @DisplayName("a blob that is gone is noticed")
    void gone() throws IOException {
        storage.delete(blob.id());
        assertNoticed(blob, "gone");
    }
}
