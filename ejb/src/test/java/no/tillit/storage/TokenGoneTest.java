package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.ContentCipher;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.KeysUnavailable;
import no.tillit.keys.NewDocumentKey;
import no.tillit.keys.WrappedShare;
import no.tillit.storage.internal.BlobThreads;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.Contents;
import no.tillit.testing.KeyRing;
import no.tillit.testing.SoftHsm;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a hardware token that goes away in the middle of an upload")
class TokenGoneTest {
    private static final byte[] FIRST = Contents.bytes(3 << 20);

    @TempDir
    private Path folder;

    private final SoftHsm hsm = new SoftHsm();
    private final KeyRing ring = KeyRing.over(TestDatabases.freshKeys(), hsm.open());
    private final SubjectId subject = ring.aSubject();

    @AfterEach
    void plugIn() {
        hsm.bringBack();
    }

    @Test
    @DisplayName("is not missed by it; reading and the next upload wait until it is back, and the content is whole")
    void midUpload() throws IOException {
        EncryptedBlobs blobs = new EncryptedBlobs(
                new FileStorage(folder), new ContentCipher(), ring.installation(), new BlobThreads());
        UUID document = UUID.randomUUID();
        ContentContext context =
                new ContentContext(new ProjectId(document), Set.of(subject), document, 1, ContentRole.ORIGINAL);
        List<WrappedShare> shares;
        StoredBlob stored;
        try (NewDocumentKey made = ring.documents().create(document, Set.of(subject))) {
            shares = made.shares();
            stored = blobs.write(
                    made.key(),
                    context,
                    new SequenceInputStream(new ByteArrayInputStream(FIRST), new ByteArrayInputStream(new byte[5]) {
                        @Override
                        public synchronized int read(byte[] into, int at, int length) {
                            pull();
                            return super.read(into, at, length);
                        }
                    }));
        }
        assertThatThrownBy(() -> ring.documents().open(document, shares)).isInstanceOf(KeysUnavailable.class);
        assertThatThrownBy(() -> ring.documents().create(UUID.randomUUID(), Set.of(subject)))
                .isInstanceOf(KeysUnavailable.class);

        hsm.bringBack();

        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (DocumentKey key = opened(document, shares)) {
            blobs.read(key, context, stored, read);
        }
        assertThat(read.toByteArray()).startsWith(FIRST).hasSize(FIRST.length + 5);
    }

    private boolean pulled;

    private void pull() {
        if (!pulled) {
            pulled = true;
            hsm.takeAway();
        }
    }

    private DocumentKey opened(UUID document, List<WrappedShare> shares) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (true) {
            try {
                return ring.documents().open(document, shares);
            } catch (KeysUnavailable e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
