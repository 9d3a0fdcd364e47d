package no.tillit.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.consent.internal.TakingBack;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;

/**
 * A guardian, a parent or an authority may end what a person agreed to. It has the same effect as the person's own withdrawal,
 * at once, and is kept as what it is: not the person's word.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class RevokingConsent {
    @Inject
    private Access access;

    @Inject
    private Participants participants;

    @Inject
    private ConsentForms forms;

    @Inject
    private TakingBack takingBack;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Revokes.
     *
     * @param items those that end; empty when all of it does
     * @return all the person's forms as they stand now, newest first
     * @throws InvalidInput when it is the person who ends it: that is a withdrawal
     * @throws no.tillit.kernel.NotFound when there is no such participant, or no more
     */
    public List<ConsentSummary> revoke(ParticipantId id, EndedBy endedBy, Set<ConsentItem> items, Purpose purpose) {
        Permit permit =
                access.require(Action.REVOKE_CONSENT, participants.ref(id).project(), purpose);
        if (endedBy == EndedBy.PERSON) {
            throw new InvalidInput("withdrawal-not-revocation", "by", "What the person takes back is a withdrawal.");
        }
        ParticipantRef participant = participants.holdForChange(id);
        var ending = new TakingBack.Ending(null, endedBy, permit.username());
        takingBack.end(participant, ending, items);
        audit.record(permit.entry().about(id).on("participant", id.value()));
        return forms.summaries(participant, clock.today());
    }
}
