package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Permit;
import no.tillit.access.RecordState;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentState;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.participant.Participants;
import no.tillit.project.Approvals;

/** Whether content may be handed out: asked before its first byte, and again while it is on its way. */
@ApplicationScoped
public class StillOpen {
    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private Documents documents;

    @Inject
    private Participants participants;

    @Inject
    private Basis basis;

    @Inject
    private Approvals approvals;

    @Inject
    private Instance<MaterialStanding> materials;

    /**
     * Asks everyone again, in a short transaction of its own.
     *
     * @param looks what was written down when it was opened
     * @throws Refusal when it may not be handed out any more; that is in the audit log then
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void requireAgain(DocumentId id, Purpose purpose, List<AuditEntry> looks) {
        Document document = documents.find(id).orElseThrow(() -> outOfSight(looks));
        require(document, access.require(document.type().reading(), document.project(), purpose));
    }

    /** Gone, or in a project that the caller has left meanwhile. */
    private NotFound outOfSight(List<AuditEntry> looks) {
        var absent = new NotFound();
        audit.recordNow(looks.stream().map(look -> look.refused(absent.code())).toList());
        return absent;
    }

    /** @throws Refusal when approval, consent or state do not allow it; that is in the audit log then */
    void require(Document document, Permit permit) {
        access.require(permit, stateOf(document), attempt -> about(attempt, document));
        try {
            basis.requireForUse(document.type(), document.about(), document.day());
        } catch (Refusal refusal) {
            audit.recordNow(about(permit.entry().refused(refusal.code()), document));
            throw refusal;
        }
    }

    private RecordState stateOf(Document document) {
        if (document.type().attachedTo() == AttachedTo.MATERIAL) {
            return materialOf(document);
        }
        return document.state() == DocumentState.RESTRICTED
                ? RecordState.RESTRICTED
                : participants.stateForUse(document.about());
    }

    /** What is released stays open after the project's end; a draft is personal data, and closes then as all of it does (O-09). */
    private RecordState materialOf(Document document) {
        if (document.state() == DocumentState.PUT_FORWARD && approvals.isOver(document.project())) {
            return RecordState.RESTRICTED;
        }
        return materials.stream().map(each -> each.of(document)).findFirst().orElse(RecordState.RESTRICTED);
    }

    /** The entry of a look at this document, for each person it is about. */
    static List<AuditEntry> about(AuditEntry entry, Document document) {
        AuditEntry on = entry.on("document", document.id().value());
        List<ParticipantId> about = document.about();
        return about.isEmpty() ? List.of(on) : about.stream().map(on::about).toList();
    }
}
