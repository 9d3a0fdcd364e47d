package no.tillit.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.ContentCipher;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.Installation;
import no.tillit.keys.NewDocumentKey;
import no.tillit.storage.internal.BlobThreads;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.KeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder of its own, and the key and context of one document about two people. */
abstract class BlobsFixture {
    /** Plaintext bytes in the first segment, which also holds suite byte, header and tag. */
    static final int FIRST = ContentCipher.SEGMENT - 1 - 40 - 16;

    /** Plaintext bytes in each segment after the first. */
    static final int NEXT = ContentCipher.SEGMENT - 16;

    final KeyRing ring = KeyRing.shared();
    final SubjectId one = ring.aSubject();
    final SubjectId two = ring.aSubject();
    final ProjectId project = new ProjectId(UUID.randomUUID());
    final UUID document = UUID.randomUUID();
    final ContentContext context = new ContentContext(project, Set.of(one, two), document, 1, ContentRole.ORIGINAL);
    final DocumentKey key;

    private final NewDocumentKey made = ring.documents().create(UUID.randomUUID(), Set.of(one, two));

    Path folder = Path.of("");
    EncryptedBlobs blobs = blobs(folder, ring.installation());

    BlobsFixture() {
        key = made.key();
    }

    @BeforeEach
    void store(@TempDir Path temporary) {
        folder = temporary;
        blobs = blobs(folder, ring.installation());
    }

    @AfterEach
    void wipe() {
        made.close();
    }

    static EncryptedBlobs blobs(Path folder, Installation installation) {
        return new EncryptedBlobs(new FileStorage(folder), new ContentCipher(), installation, new BlobThreads());
    }

    StoredBlob write(byte[] content) {
        return blobs.write(key, context, new ByteArrayInputStream(content));
    }

    byte[] read(StoredBlob blob) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        blobs.read(key, context, blob, out);
        return out.toByteArray();
    }

    void readAway(ContentContext as, StoredBlob blob) throws IOException {
        blobs.read(key, as, blob, OutputStream.nullOutputStream());
    }

    byte[] range(StoredBlob blob, long from, long to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        blobs.readRange(key, context, blob, from, to, out);
        return out.toByteArray();
    }

    Path file(StoredBlob blob) {
        String id = blob.id().value().toString();
        return folder.resolve(id.substring(0, 2)).resolve(id + ".blob");
    }

    void flip(StoredBlob blob, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file(blob));
        bytes[at] ^= 1;
        Files.write(file(blob), bytes);
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
