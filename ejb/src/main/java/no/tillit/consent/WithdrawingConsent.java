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
import no.tillit.consent.internal.ConsentForm;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.consent.internal.SignedForm;
import no.tillit.consent.internal.TakingBack;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import org.jspecify.annotations.Nullable;

/**
 * A person may take a consent back at any time, whole or by item, without giving a reason, and at once (GDPR Art 7(3), O-06).
 *
 * <p>It ends the items in every form signed before: a person takes back an agreement, not a sheet of paper. Withdrawing what
 * is withdrawn already changes nothing and is answered the same. It works after the end of processing, too.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class WithdrawingConsent {
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
     * Withdraws what a form gave.
     *
     * @param items those to withdraw; empty means that the person wants out altogether
     * @return the form as it stands now
     * @throws InvalidInput when the form did not give one of the items
     * @throws NotFound when there is no such form, or no more
     */
    public ConsentSummary withdraw(ConsentId id, Set<ConsentItem> items, Purpose purpose) {
        ConsentForm form = forms.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.WITHDRAW_CONSENT, form.toRef().project(), purpose);
        ParticipantRef participant = participants.holdForChange(form.toRef().participant());
        SignedForm signed = form.toSigned();
        if (!items.stream().allMatch(item -> signed.givesOneOf(item))) {
            throw new InvalidInput("item-not-given", "items", "This form did not say yes to all of these items.");
        }
        takeBack(participant, id, items, permit);
        audit.record(permit.entry().about(participant.id()).on("consent", id.value()));
        return form.toSummary(forms.history(participant), clock.today());
    }

    /**
     * Withdraws without naming a form.
     *
     * @param items those to withdraw; empty means that the person wants out altogether
     * @return all the person's forms as they stand now, newest first
     * @throws NotFound when there is no such participant, or no more
     */
    public List<ConsentSummary> withdraw(ParticipantId id, Set<ConsentItem> items, Purpose purpose) {
        Permit permit =
                access.require(Action.WITHDRAW_CONSENT, participants.ref(id).project(), purpose);
        ParticipantRef participant = participants.holdForChange(id);
        takeBack(participant, null, items, permit);
        audit.record(permit.entry().about(id).on("participant", id.value()));
        return forms.summaries(participant, clock.today());
    }

    private void takeBack(
            ParticipantRef participant, @Nullable ConsentId through, Set<ConsentItem> items, Permit permit) {
        takingBack.end(participant, new TakingBack.Ending(through, EndedBy.PERSON, permit.username()), items);
    }
}
