package no.tillit.interview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import no.tillit.access.Role;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentTarget;
import no.tillit.document.DocumentType;
import no.tillit.document.IncomingFile;
import no.tillit.document.ReceivingDocument;
import no.tillit.interview.internal.Interview;
import no.tillit.interview.internal.Interviews;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;

/** A recording, transcript or notes are about everyone who took part, and opened only with every one's key (O-12, O-13). */
@Stateless
@RolesAllowed(Role.Names.RESEARCHER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachingToInterview {
    @Inject
    private ReceivingDocument receiving;

    @Inject
    private Interviews interviews;

    /** As {@link ReceivingDocument#receive}. */
    public DocumentSummary attach(InterviewId interview, DocumentType type, IncomingFile file, Purpose purpose) {
        return receiving.receive(() -> target(interview), type, file, purpose);
    }

    private DocumentTarget target(InterviewId id) {
        Interview interview = interviews.findWithPeople(id).orElseThrow(NotFound::new);
        return new DocumentTarget(
                AttachedTo.INTERVIEW, id.value(), interview.project(), interview.participants(), interview.heldOn());
    }
}
