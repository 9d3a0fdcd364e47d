package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
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
