package no.tillit.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.ContentCipher;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.LooseKey;
import no.tillit.storage.internal.BlobThreads;

/** A store behind the decorator, with one key and one context. */
final class EncryptedFace implements Face {
    static final UUID ONE = new UUID(0, 1);
    static final ContentContext CONTEXT =
            new ContentContext(new ProjectId(ONE), Set.of(new SubjectId(ONE)), ONE, 1, ContentRole.ORIGINAL);

    private static final BlobThreads THREADS = new BlobThreads();

    final EncryptedBlobs blobs;
    private final DocumentKey key = LooseKey.number(7);

    EncryptedFace(Storage storage) {
        blobs = new EncryptedBlobs(storage, new ContentCipher(), LooseKey.installation(ONE), THREADS);
    }

    @Override
    public Kept keep(InputStream content) {
        StoredBlob row = blobs.write(key, CONTEXT, content);
        return new Kept(row.id(), row);
    }

    @Override
    public byte[] read(Kept blob) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        blobs.read(key, CONTEXT, Objects.requireNonNull(blob.row()), out);
        return out.toByteArray();
    }

    @Override
    public byte[] range(Kept blob, long from, long toExclusive) throws IOException {
        return range(Objects.requireNonNull(blob.row()), from, toExclusive);
    }

    byte[] range(StoredBlob row, long from, long toExclusive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        blobs.readRange(key, CONTEXT, row, from, toExclusive, out);
        return out.toByteArray();
    }
}
