package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.tillit.access.Access;
import no.tillit.access.Permit;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentReceived;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentTarget;
import no.tillit.document.DocumentType;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.WrappedShare;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document may come in, asked twice in transactions of their own: before its first byte is read, and again when
 * all of it is there, since consent, membership or the approval may have ended meanwhile.
 */
@ApplicationScoped
public class Admission {
    @Inject
    private Access access;

    @Inject
    private Basis basis;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @Inject
    private Documents documents;

    @Inject
    private Participants participants;

    @Inject
    private Summaries summaries;

    @Inject
    private DocumentKeys keys;

    @Inject
    private Event<DocumentReceived> received;

    /**
     * That a document may be sent: where it goes, and the document that the same request brought before, if any.
     *
     * @param attempt what the log would say of it
     */
    public record Admitted(DocumentTarget target, @Nullable Document before, AuditEntry attempt) {}

    /** @throws Refusal when it may not, with the reason; it is in the audit log then */
    @Transactional(TxType.REQUIRES_NEW)
    public Admitted ask(
            Supplier<DocumentTarget> place, DocumentType type, Purpose purpose, @Nullable String requestKey) {
        DocumentTarget target = place.get();
        Permit permit = require(target, type, purpose);
        Optional<Document> before = requestKey == null ? Optional.empty() : documents.byRequest(requestKey);
        before.ifPresent(Document::wrappedShares);
        return new Admitted(target, before.orElse(null), permit.entry());
    }

    /**
     * Keeps the document, if it still may come in.
     *
     * @throws Refusal when it may not any more; its blobs are the caller's to remove
     */
    @Transactional(TxType.REQUIRES_NEW)
    public DocumentSummary keep(Supplier<DocumentTarget> place, Admitted admitted, ReceivedFile file, Purpose purpose) {
        DocumentTarget target = place.get();
        Permit permit = require(target, file.type(), purpose);
        if (!target.subjects().equals(admitted.target().subjects())) {
            throw new TargetChanged();
        }
        keys.settle(file.made());
        Document document = new Document(
                file,
                target,
                file.made().field(),
                shares(target, file.made().shares()),
                clock.now(),
                permit.username());
        documents.add(document);
        record(permit.entry().on("document", file.id().value()), target.about());
        received.fire(new DocumentReceived(file.id(), file.type(), target.project(), target.id(), file.words()));
        return summaries.ofReceived(document, file.name());
    }

    /** Whether the document has a row, whatever became of the call that kept it. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean isKept(DocumentId id) {
        return documents.find(id).isPresent();
    }

    private Permit require(DocumentTarget target, DocumentType type, Purpose purpose) {
        Permit permit = access.require(type.attaching(), target.project(), purpose);
        access.require(permit, participants.stateForUse(target.about()), attempt -> List.of(on(target, attempt)));
        try {
            if (type.attachedTo() != target.kind()) {
                throw new InvalidInput(
                        "document-type-misplaced", "type", "A document of this type does not belong here.");
            }
            basis.requireForReceiving(type, target.project(), target.about(), target.day());
        } catch (Refusal refusal) {
            audit.recordNow(on(target, permit.entry()).refused(refusal.code()));
            throw refusal;
        }
        return permit;
    }

    private static AuditEntry on(DocumentTarget target, AuditEntry entry) {
        return entry.on(target.kind().name().toLowerCase(Locale.ROOT), target.id());
    }

    private void record(AuditEntry entry, List<ParticipantId> about) {
        if (about.isEmpty()) {
            audit.record(entry);
        }
        about.forEach(participant -> audit.record(entry.about(participant)));
    }

    private List<ShareColumns> shares(DocumentTarget target, List<WrappedShare> shares) {
        Map<ParticipantId, ParticipantRef> refs = participants.refs(target.about());
        return shares.stream()
                .map(share -> new ShareColumns(share, pseudonym(refs, share.subject())))
                .toList();
    }

    private static @Nullable String pseudonym(Map<ParticipantId, ParticipantRef> refs, SubjectId subject) {
        ParticipantRef ref = refs.get(new ParticipantId(subject.value()));
        return ref == null ? null : ref.pseudonym().value();
    }
}
