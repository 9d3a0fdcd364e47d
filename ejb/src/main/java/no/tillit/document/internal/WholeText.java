package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import no.tillit.document.DocumentId;
import no.tillit.document.FileWords;
import no.tillit.kernel.NotFound;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.DocumentKeys;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StoredBlob;

/** A document's words for a program that looks for something in them and tells nobody what it read. */
@ApplicationScoped
public class WholeText {
    @Inject
    private Documents documents;

    @Inject
    private DocumentKeys keys;

    @Inject
    private EncryptedBlobs blobs;

    @Inject
    private NameCipher names;

    /** @throws NotFound when it is gone */
    public FileWords of(DocumentId id) {
        Document document = documents.find(id).orElseThrow(NotFound::new);
        String name = names.nameOf(document);
        if (name == null) {
            throw new NotFound();
        }
        StoredBlob text = document.text();
        return new FileWords(name, text == null || document.textCut() ? null : read(document, text));
    }

    private String read(Document document, StoredBlob text) {
        var bytes = new ByteArrayOutputStream(Math.toIntExact(text.plaintextLength()));
        try (DocumentKey key = keys.open(document.keyId(), document.wrappedShares())) {
            blobs.read(key, document.context(ContentRole.EXTRACT), text, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
