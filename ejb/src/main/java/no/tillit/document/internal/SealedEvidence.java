package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import no.tillit.consent.ConsentRef;
import no.tillit.consent.EvidenceStore;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentReceived;
import no.tillit.document.DocumentTarget;
import no.tillit.document.DocumentType;
import no.tillit.document.FileFormat;
import no.tillit.kernel.Clock;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.NewDocumentKey;
import no.tillit.participant.Participants;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StoredBlob;

/**
 * Keeps a document that was made and sealed here as the evidence of a consent. It was made by this application, so it is not sent
 * through the intake. When the transaction fails after it was written, the sweeper removes what nobody names.
 */
@ApplicationScoped
public class SealedEvidence implements EvidenceStore {
    @Inject
    private DocumentKeys keys;

    @Inject
    private EncryptedBlobs blobs;

    @Inject
    private Documents documents;

    @Inject
    private Participants participants;

    @Inject
    private Event<DocumentReceived> received;

    @Inject
    private Clock clock;

    @Override
    public void keep(ConsentRef consent, byte[] pdf, String fileName, String by) {
        var target = new DocumentTarget(
                AttachedTo.CONSENT,
                consent.id().value(),
                consent.project(),
                List.of(consent.participant()),
                consent.signedOn());
        DocumentId id = DocumentId.random();
        UUID keyId = UUID.randomUUID();
        String pseudonym = participants.ref(consent.participant()).pseudonym().value();
        try (NewDocumentKey key =
                keys.create(keyId, target.subjects(), NameCipher.beside(target.nameOwner(), id, fileName))) {
            StoredBlob original = blobs.write(
                    key.key(),
                    Document.context(target.project(), target.subjects(), id, ContentRole.ORIGINAL),
                    new ByteArrayInputStream(pdf));
            var report = new IntakeReport(FileFormat.PDF.mediaType(), false, false, "", false, null, null);
            var file = new ReceivedFile(
                    id,
                    keyId,
                    DocumentType.CONSENT_EVIDENCE,
                    FileFormat.PDF,
                    fileName,
                    key,
                    original,
                    null,
                    report,
                    null);
            documents.add(new Document(
                    file,
                    target,
                    key.field(),
                    key.shares().stream()
                            .map(share -> new ShareColumns(share, pseudonym))
                            .toList(),
                    clock.now(),
                    by));
        }
        received.fire(new DocumentReceived(id, DocumentType.CONSENT_EVIDENCE, target.project(), target.id()));
    }
}
