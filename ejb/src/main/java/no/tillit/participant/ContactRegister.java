package no.tillit.participant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.internal.Contacts;
import no.tillit.project.Approvals;

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
    private Approvals approvals;

    @Inject
    private AuditLog audit;

    /**
     * How to reach the participant.
     *
     * @throws NotFound when nothing is registered, or the caller may not know
     * @throws ParticipantBlocked when the participant is blocked
     */
    public Contact read(ParticipantId id, Purpose purpose) {
        Permit permit = access.require(Action.READ_CONTACT, participants.ref(id).project(), purpose);
        requireUsable(participants.holdForUse(Set.of(id)).get(0), permit);
        audit.recordNow(permit.entry().about(id).on("contact", id.value()));
        return contacts.find(id).orElseThrow(NotFound::new);
    }

    /**
     * Replaces what is registered.
     *
     * @throws ParticipantBlocked when the participant is blocked
     * @throws no.tillit.project.NotApproved after the approval's end date
     */
    public void put(ParticipantId id, Contact contact, Purpose purpose) {
        Permit permit =
                access.require(Action.WRITE_CONTACT, participants.ref(id).project(), purpose);
        ParticipantRef participant = participants.holdForChange(id);
        requireUsable(participant, permit);
        contacts.put(participant, contact, permit.username());
        audit.record(permit.entry().about(id).on("contact", id.value()));
    }

    private void requireUsable(ParticipantRef participant, Permit permit) {
        approvals.requireOpen(participant.project());
        if (participant.state() == ParticipantState.BLOCKED) {
            var refusal = new ParticipantBlocked();
            audit.recordNow(permit.entry().about(participant.id()).refused(refusal.code()));
            throw refusal;
        }
    }
}
