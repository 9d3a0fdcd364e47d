package no.tillit.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.internal.ConsentForm;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.consent.internal.ConsentHistory;
import no.tillit.consent.internal.Standings;
import no.tillit.consent.internal.TakingBack;
import no.tillit.consent.internal.Unchecked;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.internal.SigningVersions;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.project.Approvals;
import org.jspecify.annotations.Nullable;

/**
 * A consent counts from the day it was signed, for the items the person said yes to, one by one (GDPR Art 4(11), 7; O-04).
 *
 * <p>The same form recorded twice is one consent: the second attempt is answered with the first (ADR 0033). A form that says
 * no to what an older one allowed takes it back (ADR 0032).
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
public class RecordingConsent {
    @Inject
    private Access access;

    @Inject
    private Approvals approvals;

    @Inject
    private Participants participants;

    @Inject
    private ConsentForms forms;

    @Inject
    private Standings standings;

    @Inject
    private Unchecked unchecked;

    @Inject
    private SigningVersions versions;

    @Inject
    private TakingBack takingBack;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Records a signed form.
     *
     * @return the consent as it stands; the first one when this form was recorded before
     * @throws no.tillit.kernel.InvalidInput when it was signed in the future, or before the approval was assessed
     * @throws RecordClosed after the approval's end date, and when the participant has withdrawn altogether: taking part again is a
     *     new registration
     */
    public ConsentSummary record(ParticipantId id, NewConsent wanted, Purpose purpose) {
        Permit permit =
                access.require(Action.RECORD_CONSENT, participants.ref(id).project(), purpose);
        if (wanted.method() != CaptureMethod.PAPER) {
            throw new InvalidInput(
                    "not-on-paper", "method", "What is not on paper is captured with its evidence: see captures.");
        }
        return record(held(id, permit), wanted, null, permit);
    }

    /**
     * Records a signed form that was printed here, of the version that was there to sign on that day.
     *
     * @return the consent as it stands; the first one when this form was recorded before
     * @throws no.tillit.kernel.InvalidInput as above, and when the version does not fit the day, the person or the answers
     * @throws no.tillit.kernel.Conflict with code {@code form-number-used} when another form was recorded under its number
     * @throws RecordClosed as above
     */
    public ConsentSummary record(ParticipantId id, AnsweredForm answered, Purpose purpose) {
        Permit permit =
                access.require(Action.RECORD_CONSENT, participants.ref(id).project(), purpose);
        ParticipantRef participant = held(id, permit);
        return record(participant, versions.read(participant, answered), answered, permit);
    }

    private ParticipantRef held(ParticipantId id, Permit permit) {
        ParticipantRef participant = participants.holdForChange(id);
        access.require(permit, participant.state().ofRecord(), id);
        return participant;
    }

    private ConsentSummary record(
            ParticipantRef participant, NewConsent wanted, @Nullable AnsweredForm answered, Permit permit) {
        wanted.requireSignedBetween(approvals.assessedOn(participant.project()), clock.today());
        int round = forms.history(participant).withdrawalsOn(wanted.signedOn());
        Optional<ConsentForm> first = forms.of(participant.id()).stream()
                .filter(form -> form.isSameAs(wanted, answered, round))
                .findFirst();
        if (first.isPresent()) {
            return answerAgain(first.get(), participant, permit);
        }
        var form = answered == null
                ? new ConsentForm(participant, wanted, round, clock.now(), permit.username())
                : new ConsentForm(participant, wanted, answered, round, clock.now(), permit.username());
        ConsentSummary stored = store(form, participant, permit);
        if (answered != null) {
            versions.use(answered, stored.id().value());
        }
        return stored;
    }

    private ConsentSummary store(ConsentForm form, ParticipantRef participant, Permit permit) {
        ConsentId id = form.toRef().id();
        forms.add(form);
        audit.record(permit.entry().about(participant.id()).on("consent", id.value()));
        if (form.isOnPaper()) {
            unchecked.add(form);
        }
        standings.refresh(participant);
        takingBack.takeBack(
                participant,
                new TakingBack.Ending(id, EndedBy.PERSON, permit.username()),
                refusedLastBy(form, participant));
        return form.toSummary(forms.history(participant), clock.today());
    }

    private Set<ConsentItem> refusedLastBy(ConsentForm form, ParticipantRef participant) {
        ConsentHistory history = forms.history(participant);
        Set<ConsentItem> refused = new TreeSet<>();
        history.decidedLastBy(form.toSigned()).stream()
                .filter(item -> !form.toSigned().gives(item))
                .forEach(refused::add);
        return refused;
    }

    private ConsentSummary answerAgain(ConsentForm first, ParticipantRef participant, Permit permit) {
        audit.record(permit.entry()
                .about(participant.id())
                .on("consent", first.toRef().id().value())
                .refused("already-recorded"));
        return first.toSummary(forms.history(participant), clock.today());
    }
}
