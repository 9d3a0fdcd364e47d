package no.tillit.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.internal.Foreseeing;
import no.tillit.consent.internal.Receipts;
import no.tillit.consent.template.FormLanguage;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;

/**
 * Whoever a person tells that they withdraw can say what will happen before it does, and give them paper afterwards that says
 * what has (GDPR Art 7(3), 12(1); O-06, O-20).
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class ForeseeingWithdrawal {
    @Inject
    private Access access;

    @Inject
    private Participants participants;

    @Inject
    private Foreseeing foreseeing;

    @Inject
    private Receipts receipts;

    @Inject
    private AuditLog audit;

    /**
     * What a withdrawal would take and what it would leave. Changes nothing.
     *
     * @param items those to withdraw; empty means everything
     * @throws no.tillit.kernel.NotFound when there is no such participant, or no more
     */
    public WithdrawalPreview preview(ParticipantId id, Set<ConsentItem> items, Purpose purpose) {
        return foreseeing.withdrawal(permitted(id, purpose), items);
    }

    /**
     * The receipt of the latest withdrawal, as PDF: plain language, large letters, a pseudonym and no name.
     *
     * @throws Conflict with code {@code nothing-withdrawn} when nothing has been taken back
     * @throws no.tillit.kernel.NotFound when there is no such participant, or no more
     */
    public byte[] receipt(ParticipantId id, FormLanguage language, Purpose purpose) {
        return receipts.ofLatestWithdrawal(permitted(id, purpose), language);
    }

    private ParticipantRef permitted(ParticipantId id, Purpose purpose) {
        ParticipantRef participant = participants.ref(id);
        Permit permit = access.require(Action.READ_CONSENT, participant.project(), purpose);
        audit.recordNow(permit.entry().about(id).on("participant", id.value()));
        return participant;
    }
}
