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
import no.tillit.document.DocumentContent.Sealed;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentRestricted;
import no.tillit.document.DocumentState;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.keys.DocumentKeys;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

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
    private Basis basis;

    @Inject
    private NameCipher names;

    @Inject
    private DocumentKeys keys;

    @Inject
    private EncryptedBlobs blobs;

    @Inject
    private NoticingDamage damage;

    /** As {@link no.tillit.document.ReadingDocuments#content}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DocumentContent open(DocumentId id, ContentRole role, Purpose purpose) {
        Document document = documents.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(document.type().reading(), document.project(), purpose);
        StoredBlob blob = blob(document, role);
        try {
            requireOpen(document);
        } catch (Refusal refusal) {
            recordNow(permit.entry().refused(refusal.code()), document);
            throw refusal;
        }
        String name = names.nameOf(document);
        if (blob == null || name == null) {
            throw new NotFound();
        }
        List<AuditEntry> looks = about(permit.entry(), document);
        audit.recordNow(looks);
        return role == ContentRole.ORIGINAL
                ? content(document, role, blob, document.format().mediaType(), name, looks)
                : content(document, role, blob, "text/plain;charset=UTF-8", name + ".txt", looks);
    }

    /** Writes down, durably and at once, that somebody looked at a document; for each person it is about. */
    public void recordNow(AuditEntry entry, Document document) {
        audit.recordNow(about(entry, document));
    }

    private static List<AuditEntry> about(AuditEntry entry, Document document) {
        AuditEntry on = entry.on("document", document.id().value());
        List<ParticipantId> about = document.about();
        return about.isEmpty() ? List.of(on) : about.stream().map(on::about).toList();
    }

    private void requireOpen(Document document) {
        if (document.state() == DocumentState.RESTRICTED) {
            throw new DocumentRestricted();
        }
        basis.requireForUse(document.type(), document.project(), document.about(), document.day());
    }

    private static @Nullable StoredBlob blob(Document document, ContentRole role) {
        return role == ContentRole.ORIGINAL ? document.original() : document.text();
    }

    private DocumentContent content(
            Document document,
            ContentRole role,
            StoredBlob blob,
            String mediaType,
            String name,
            List<AuditEntry> looks) {
        var sealed = new Sealed(document.keyId(), document.wrappedShares(), document.context(role), blob);
        return new DocumentContent(
                mediaType,
                name,
                sealed,
                keys,
                blobs,
                noticed -> damage.noticed(document.id().value(), blob.id().value(), looks, noticed));
    }
}
