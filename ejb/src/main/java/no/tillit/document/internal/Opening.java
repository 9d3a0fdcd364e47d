package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Permit;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentHandedOut;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentState;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;
import no.tillit.keys.DocumentKeys;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StoredBlob;

/** Content is opened only after role, purpose, state, approval and consent were asked and the look was written down. */
@ApplicationScoped
public class Opening {
    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private Documents documents;

    @Inject
    private StillOpen still;

    @Inject
    private TransferSlots slots;

    @Inject
    private NameCipher names;

    @Inject
    private DocumentKeys keys;

    @Inject
    private EncryptedBlobs blobs;

    @Inject
    private NoticingDamage damage;

    @Inject
    private FindingAgain again;

    @Inject
    private HandedOut handedOut;

    /** As {@link no.tillit.document.ReadingDocuments#content}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DocumentContent open(DocumentId id, ContentRole role, Purpose purpose) {
        Document document = documents.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(document.type().reading(), document.project(), purpose);
        StoredBlob blob = document.blob(role);
        still.require(document, permit);
        String name = names.nameOf(document);
        if (blob == null || name == null) {
            throw new NotFound();
        }
        List<AuditEntry> looks = StillOpen.about(permit.entry(), document);
        audit.recordNow(looks);
        var sending =
                new Sending(slots, permit.username(), () -> still.requireAgain(id, purpose, looks), System::nanoTime);
        if (role != ContentRole.ORIGINAL) {
            return content(document, role, blob, "text/plain;charset=UTF-8", name + ".txt", looks, sending, () -> {});
        }
        Runnable whole = document.state() == DocumentState.PUT_FORWARD
                ? () -> handedOut.tell(new DocumentHandedOut(id, document.attachedTo(), permit.username()))
                : () -> {};
        return content(document, role, blob, document.format().mediaType(), name, looks, sending, whole);
    }

    /** Writes down, durably and at once, that somebody looked at a document; for each person it is about. */
    public void recordNow(AuditEntry entry, Document document) {
        audit.recordNow(StillOpen.about(entry, document));
    }

    private DocumentContent content(
            Document document,
            ContentRole role,
            StoredBlob blob,
            String mediaType,
            String name,
            List<AuditEntry> looks,
            Sending sending,
            Runnable whole) {
        return new DocumentContent(
                mediaType,
                name,
                document.sealed(role),
                keys,
                blobs,
                sending,
                whole,
                known -> again.elsewhere(document.id(), role, known),
                noticed -> damage.noticed(document.id().value(), blob.id().value(), looks, noticed));
    }
}
