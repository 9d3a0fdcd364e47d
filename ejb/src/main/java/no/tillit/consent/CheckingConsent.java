package no.tillit.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.internal.ConsentForm;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.consent.internal.Standings;
import no.tillit.consent.internal.Unchecked;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import org.jspecify.annotations.Nullable;

/**
 * A form on paper is checked by a second person against its scan. A form that fails does not count from that moment, whatever
 * day is asked about; a later check may overturn that, and what was answered in between stays as it was (GDPR Art 7(1)).
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class CheckingConsent {
    @Inject
    private Access access;

    @Inject
    private Participants participants;

    @Inject
    private ConsentForms forms;

    @Inject
    private Standings standings;

    @Inject
    private Unchecked unchecked;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Keeps what a second person found.
     *
     * @return the form as it stands now
     * @throws OwnForm when the caller recorded the form
     * @throws Conflict with code {@code scan-missing}, {@code already-checked} (say that it is to be overturned) or
     *     {@code nothing-to-overturn}
     * @throws NotFound when there is no such form, or no more
     */
    public ConsentSummary check(ConsentId id, NewCheck found, Purpose purpose) {
        ConsentForm form = forms.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.CHECK_CONSENT, form.project(), purpose);
        ParticipantRef participant = participants.holdForChange(form.toRef().participant());
        requireSecondPerson(form, permit);
        if (!form.isScanned()) {
            throw new Conflict("scan-missing", "Attach the scan of the form first: there is nothing to check it by.");
        }
        Optional<Verdict> before = forms.history(participant).verdictOn(id);
        if (before.isPresent() && !found.overturns()) {
            throw new Conflict(
                    "already-checked", "This form has been checked. Say that you overturn that, or leave it.");
        }
        boolean opposite =
                before.filter(v -> v.passed() != (found.verdict() == null)).isPresent();
        if (found.overturns() && !opposite) {
            throw new Conflict("nothing-to-overturn", "There is no earlier finding that says the opposite.");
        }
        keep(form, found.questions(), found.verdict(), opposite, participant, permit);
        return form.toSummary(forms.history(participant), clock.today());
    }

    /**
     * The form was recorded by mistake and does not count, from this moment on.
     *
     * @return the form as it stands now; unchanged when it did not count already
     * @throws NotFound when there is no such form, or no more
     */
    public ConsentSummary invalidate(ConsentId id, InvalidReason reason, Purpose purpose) {
        ConsentForm form = forms.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.INVALIDATE_CONSENT, form.project(), purpose);
        ParticipantRef participant = participants.holdForChange(form.toRef().participant());
        Optional<Verdict> before = forms.history(participant).verdictOn(id);
        if (before.isEmpty() || before.get().passed()) {
            keep(form, null, reason, before.isPresent(), participant, permit);
        }
        return form.toSummary(forms.history(participant), clock.today());
    }

    /** Everything that was found about a form, newest first. */
    public List<Verdict> history(ConsentId id, Purpose purpose) {
        ConsentForm form = forms.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_CONSENT, form.project(), purpose);
        ParticipantRef participant = participants.ref(form.toRef().participant());
        audit.recordNow(permit.entry().about(participant.id()).on("consent", id.value()));
        return forms.history(participant).verdicts().stream()
                .filter(v -> v.consent().equals(id))
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .toList();
    }

    /** The project's forms on paper that nobody has checked yet, the oldest first. */
    public Page<UncheckedConsent> waiting(ProjectId project, PageRequest request, Purpose purpose) {
        Permit permit = access.require(Action.READ_CONSENT, project, purpose);
        audit.recordNow(permit.entry());
        return unchecked.page(project, request, permit.username());
    }

    private void requireSecondPerson(ConsentForm form, Permit permit) {
        if (form.capturedBy().equals(permit.username())) {
            var refusal = new OwnForm();
            audit.recordNow(permit.entry()
                    .about(form.toRef().participant())
                    .on("consent", form.id().value())
                    .refused(refusal.code()));
            throw refusal;
        }
    }

    private void keep(
            ConsentForm form,
            Verdict.@Nullable Questions check,
            @Nullable InvalidReason reason,
            boolean overturns,
            ParticipantRef participant,
            Permit permit) {
        forms.add(form, new Verdict(form.id(), clock.now(), permit.username(), check, reason, overturns));
        unchecked.remove(form);
        standings.refresh(participant);
        audit.record(
                permit.entry().about(participant.id()).on("consent", form.id().value()));
    }
}
