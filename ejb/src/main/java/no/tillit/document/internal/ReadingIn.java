package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.FileFormat;
import no.tillit.document.FileRefused;
import no.tillit.document.IncomingFile;
import no.tillit.document.internal.Admission.Admitted;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.NewDocumentKey;
import no.tillit.storage.BlobId;
import no.tillit.storage.ContentContext;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file in without its plaintext ever lying on a disk: encrypts it as it comes, then lets the intake look at it
 * (through a decrypting stream, unless all of it is still in memory), then encrypts what text was found. Whatever fails, no
 * blob is left without a row.
 */
@ApplicationScoped
public class ReadingIn {
    @Inject
    private DocumentKeys keys;

    @Inject
    private EncryptedBlobs blobs;

    @Inject
    private Formats formats;

    @Inject
    private Inspection inspection;

    @Inject
    private UploadLimits limits;

    @Inject
    private Admission admission;

    /**
     * @param keep writes the row in a transaction of its own
     * @throws FileRefused when the file is not one that can be kept
     */
    public DocumentSummary read(
            DocumentType type,
            IncomingFile file,
            Admitted admitted,
            @Nullable String requestKey,
            Function<ReceivedFile, DocumentSummary> keep) {
        String name = FileNames.clean(file.name());
        FileFormat format = type.formatOf(name);
        DocumentId id = DocumentId.random();
        UUID keyId = UUID.randomUUID();
        List<BlobId> written = new ArrayList<>();
        try (NewDocumentKey key = keys.create(
                keyId,
                admitted.target().subjects(),
                NameCipher.beside(admitted.target().nameOwner(), id, name))) {
            ContentContext place = context(admitted, id, ContentRole.ORIGINAL);
            var measured = new MeasuredStream(file.body(), file.declaredLength(), limits.of(format));
            byte[] head = head(measured);
            StoredBlob original = original(key.key(), place, format, head, measured);
            written.add(original.id());
            IntakeReport report = original.plaintextLength() == head.length
                    ? inspection.inspect(format, head)
                    : inspection.inspect(
                            format, () -> blobs.open(key.key(), place, original), original.plaintextLength());
            StoredBlob text = text(key.key(), context(admitted, id, ContentRole.EXTRACT), report);
            if (text != null) {
                written.add(text.id());
            }
            return keep.apply(new ReceivedFile(id, keyId, type, format, name, key, original, text, report, requestKey));
        } catch (RuntimeException | Error failure) {
            removeUnlessKept(id, written, failure);
            throw failure;
        }
    }

    private StoredBlob original(
            DocumentKey key, ContentContext context, FileFormat format, byte[] head, MeasuredStream measured) {
        formats.check(format, head);
        StoredBlob stored =
                blobs.write(key, context, new SequenceInputStream(new ByteArrayInputStream(head), measured));
        try {
            formats.checkLength(format, head, measured.count());
            return stored;
        } catch (FileRefused refused) {
            blobs.delete(stored.id());
            throw refused;
        }
    }

    private static byte[] head(MeasuredStream measured) {
        try {
            return measured.readNBytes(Formats.HEAD);
        } catch (IOException e) {
            throw (FileRefused) FileRefused.cutShort().initCause(e);
        }
    }

    private @Nullable StoredBlob text(DocumentKey key, ContentContext context, IntakeReport report) {
        if (report.text().isEmpty()) {
            return null;
        }
        return blobs.write(key, context, new ByteArrayInputStream(report.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static ContentContext context(Admitted admitted, DocumentId id, ContentRole role) {
        return Document.context(admitted.target().project(), admitted.target().subjects(), id, role);
    }

    /** When even this fails, the sweeper finds them. */
    private void removeUnlessKept(DocumentId id, List<BlobId> written, Throwable failure) {
        try {
            if (!written.isEmpty() && !admission.isKept(id)) {
                written.forEach(blobs::delete);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
