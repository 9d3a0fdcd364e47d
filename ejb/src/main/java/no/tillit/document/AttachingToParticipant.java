package no.tillit.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Role;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;

/** A caseworker attaches documents, a release plan among them, to the person they are about. */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachingToParticipant {
    @Inject
    private ReceivingDocument receiving;

    @Inject
    private Participants participants;

    @Inject
    private Clock clock;

    /** As {@link ReceivingDocument#receive}. */
    public DocumentSummary attach(ParticipantId participant, DocumentType type, IncomingFile file, Purpose purpose) {
        return receiving.receive(() -> target(participant), type, file, purpose);
    }

    private DocumentTarget target(ParticipantId id) {
        ParticipantRef participant = participants.ref(id);
        return new DocumentTarget(
                AttachedTo.PARTICIPANT, id.value(), participant.project(), List.of(id), clock.today());
    }
}
