package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.tillit.testing.Contents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link Storage} does, seen directly and through {@link EncryptedBlobs} alike. */
abstract class StorageContract {
    private static final int MIB = 1 << 20;
    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2000-01-01T00:00:00Z");

    private Storage storage = abstractStorage();
    private Face face = new PlainFace(storage);

    /** A store with nothing in it. */
    abstract Storage storage() throws IOException;

    /** How it is used: {@link PlainFace} or {@link EncryptedFace}. */
    Face face(Storage over) {
        return new PlainFace(over);
    }

    private static Storage abstractStorage() {
        return new no.tillit.testing.MemoryStorage(() -> NEVER);
    }

    @BeforeEach
    void open() throws IOException {
        storage = storage();
        face = face(storage);
    }

    private Face.Kept keep(byte[] content) throws IOException {
        return face.keep(new ByteArrayInputStream(content));
    }

    private List<BlobId> kept(Instant before) throws IOException {
        List<BlobId> ids = new ArrayList<>();
        storage.eachKept(before, ids::add);
        return ids;
    }

    private List<BlobId> unfinished(Instant before) throws IOException {
        List<BlobId> ids = new ArrayList<>();
        storage.eachUnfinished(before, ids::add);
        return ids;
    }

    @Test
    @DisplayName("content of every size comes back as it was, also around the edges of segments and parts")
    void roundTrip() throws IOException {
        for (int length : new int[] {
            0,
            1,
            65_535,
            65_536,
            65_537,
            MIB - 58,
            MIB - 57,
            MIB - 56,
            MIB,
            MIB + 1,
            2 * MIB - 73,
            2 * MIB - 72,
            5 * MIB - 1,
            5 * MIB,
            5 * MIB + 1,
            11 * MIB + 7
        }) {
            byte[] content = Contents.bytes(length);
            Face.Kept blob = keep(content);
            assertThat(Arrays.equals(face.read(blob), content))
                    .as("%d bytes", length)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("a range gives these bytes and no others")
    void ranges() throws IOException {
        byte[] content = Contents.bytes(6 * MIB + 100);
        Face.Kept blob = keep(content);
        int[] places = {0, 1, MIB - 57, MIB - 56, MIB, 3 * MIB + 5, 5 * MIB, 6 * MIB + 99, 6 * MIB + 100};
        for (int from : places) {
            for (int to : places) {
                if (from <= to) {
                    byte[] range = face.range(blob, from, to);
                    assertThat(Arrays.equals(range, Arrays.copyOfRange(content, from, to)))
                            .as("%d to %d", from, to)
                            .isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("nobody finds a blob before it is kept")
    void notBefore() throws IOException {
        List<BlobId> seen = new ArrayList<>();
        InputStream looking = new InputStream() {
            private int left = 7 * MIB;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                seen.addAll(kept(EVER));
                int read = Math.min(left, Math.min(length, MIB));
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
        Face.Kept blob = face.keep(looking);

        assertThat(seen).isEmpty();
        assertThat(kept(EVER)).containsExactly(blob.id());
        assertThat(unfinished(EVER)).isEmpty();
    }

    @Test
    @DisplayName("content that fails on its way leaves nothing, however much of it had come")
    void interrupted() throws IOException {
        for (int length : new int[] {0, 10, MIB + 10, 6 * MIB}) {
            assertThatThrownBy(() -> face.keep(new java.io.SequenceInputStream(
                            new ByteArrayInputStream(new byte[length]), Contents.failingAfter(0))))
                    .isInstanceOfAny(ContentInterrupted.class, IOException.class);
        }
        assertThat(kept(EVER)).isEmpty();
        assertThat(unfinished(EVER)).isEmpty();
    }

    @Test
    @DisplayName("a blob that never was is not there, and deleting it does nothing")
    void absent() throws IOException {
        BlobId none = new BlobId(UUID.randomUUID());

        assertThat(storage.exists(none)).isFalse();
        assertThat(storage.delete(none)).isFalse();
        assertThatThrownBy(() -> storage.open(none)).isInstanceOf(BlobGone.class);
    }

    @Test
    @DisplayName("a deleted blob is gone, and the others are not")
    void deleted() throws IOException {
        Face.Kept blob = keep(Contents.bytes(10));
        Face.Kept large = keep(Contents.bytes(6 * MIB));
        Face.Kept other = keep(Contents.bytes(20));
        assertThat(storage.exists(blob.id())).isTrue();

        assertThat(storage.delete(blob.id())).isTrue();
        assertThat(storage.delete(large.id())).isTrue();

        assertThat(storage.exists(blob.id())).isFalse();
        assertThat(storage.delete(blob.id())).isFalse();
        assertThatThrownBy(() -> face.read(blob)).isInstanceOfAny(BlobGone.class, no.tillit.keys.Tampered.class);
        assertThat(kept(EVER)).containsExactly(other.id());
        assertThat(face.read(other)).isEqualTo(Contents.bytes(20));
    }

    @Test
    @DisplayName("the listing names what was kept before the moment asked for")
    void byAge() throws IOException {
        List<BlobId> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(keep(Contents.bytes(i)).id());
        }
        assertThat(kept(EVER)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(kept(NEVER)).isEmpty();
    }

    @Test
    @DisplayName("what was begun and left is listed by its age and removed by its id; what was kept is not")
    @SuppressWarnings("resource")
    void left() throws IOException {
        Face.Kept blob = keep(Contents.bytes(3));
        BlobId left = new BlobId(UUID.randomUUID());
        Storage.Writing writing = storage.begin(left);
        writing.write(new byte[6 * MIB], 0, 6 * MIB);

        assertThat(unfinished(EVER)).containsExactly(left);
        assertThat(unfinished(NEVER)).isEmpty();
        storage.abandon(left);
        storage.abandon(blob.id());

        assertThat(unfinished(EVER)).isEmpty();
        assertThat(kept(EVER)).containsExactly(blob.id());
    }

    @Test
    @DisplayName("two that come at the same time do not disturb each other")
    void together() throws IOException {
        byte[] one = Contents.bytes(7 * MIB);
        byte[] two = Contents.bytes(7 * MIB + 1);
        List<Face.Kept> kept = new ArrayList<>();
        Contents.inParallel(() -> kept.add(keep(one)), () -> {
            Face.Kept second = keep(two);
            assertThat(Arrays.equals(face.read(second), two)).isTrue();
        });
        assertThat(Arrays.equals(face.read(kept.get(0)), one)).isTrue();
    }
}
