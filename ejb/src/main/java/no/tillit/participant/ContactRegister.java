package no.tillit.participant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.internal.Contacts;

/**
 * Who a participant is and how to reach them, apart from all other data and behind a permission of its own (O-08).
 *
 * <p>Every field is encrypted under the participant's key. Who has looked is on record before the first field is opened.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
public class ContactRegister {
    @Inject
    private Access access;

    @Inject
    private Participants participants;

    @Inject
    private Contacts contacts;

    @Inject
    private AuditLog audit;

    /**
     * How to reach the participant.
     *
     * @throws NotFound when nothing is registered, or the caller may not know
     * @throws RecordClosed when the participant is blocked, or after the approval's end date
     */
    public Contact read(ParticipantId id, Purpose purpose) {
        Permit permit = access.require(Action.READ_CONTACT, participants.ref(id).project(), purpose);
        access.require(permit, participants.stateForUse(Set.of(id)), id);
        audit.recordNow(permit.entry().about(id).on("contact", id.value()));
        return contacts.find(id).orElseThrow(NotFound::new);
    }

    /**
     * Replaces what is registered.
     *
     * @throws RecordClosed when the participant is blocked, or after the approval's end date
     */
    public void put(ParticipantId id, Contact contact, Purpose purpose) {
        Permit permit =
                access.require(Action.WRITE_CONTACT, participants.ref(id).project(), purpose);
        ParticipantRef participant = participants.holdForChange(id);
        access.require(permit, participant.state().ofRecord(), id);
        contacts.put(participant, contact, permit.username());
        audit.record(permit.entry().about(id).on("contact", id.value()));
    }
}
