package no.tillit.interview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.consent.ConsentGate;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMissing;
import no.tillit.consent.ConsentState;
import no.tillit.document.RecordingNotConsented;
import no.tillit.interview.internal.Confidentiality;
import no.tillit.interview.internal.Interview;
import no.tillit.interview.internal.Interviews;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.project.Approvals;
import no.tillit.project.Method;

/**
 * An interview is registered when it has been held with people who had consented to it by then, in a way that the approval
 * covers; a recorded one only if all of them had consented to recording (O-01, O-04, O-05, O-13).
 */
@Stateless
@RolesAllowed(Role.Names.RESEARCHER)
public class CreatingInterview {
    @Inject
    private Access access;

    @Inject
    private Approvals approvals;

    @Inject
    private Participants participants;

    @Inject
    private ConsentGate gate;

    @Inject
    private Interviews interviews;

    @Inject
    private Confidentiality confidentiality;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * @throws InvalidInput when the day lies in the future or a participant is not of this project
     * @throws ConsentAfterInterview when the consent is younger than the interview
     * @throws ConsentMissing when somebody has not consented to being interviewed
     * @throws RecordingNotConsented when it was recorded and somebody has not consented to that
     * @throws no.tillit.project.NotApproved when the approval does not cover it
     * @throws no.tillit.access.RecordClosed after the approval's end date
     */
    public InterviewSummary create(ProjectId project, NewInterview wanted, Purpose purpose) {
        Permit permit = access.require(Action.CREATE_INTERVIEW, project, purpose);
        List<ParticipantRef> people;
        try {
            people = admitted(project, wanted);
        } catch (Refusal refusal) {
            audit.recordNow(permit.entry().refused(refusal.code()));
            throw refusal;
        }
        Interview interview =
                new Interview(InterviewId.random(), project, wanted, people, clock.now(), permit.username());
        interviews.add(interview);
        AuditEntry entry = permit.entry().on("interview", interview.id().value());
        people.forEach(person -> audit.record(entry.about(person.id())));
        return confidentiality.summaries(List.of(interview)).get(0);
    }

    private List<ParticipantRef> admitted(ProjectId project, NewInterview wanted) {
        approvals.requireMethod(project, wanted.kind().method());
        if (wanted.recorded()) {
            approvals.requireMethod(project, Method.AUDIO_RECORDING);
        }
        if (wanted.heldOn().isAfter(clock.today())) {
            throw new InvalidInput(
                    "date-in-future",
                    "heldOn",
                    "Register the interview when it has been held: this day is yet to come.");
        }
        if (wanted.heldOn().isBefore(approvals.assessedOn(project))) {
            throw new InvalidInput(
                    "interview-before-approval", "heldOn", "The interview was held before the approval was given.");
        }
        List<ParticipantRef> people = people(project, wanted.participants());
        requireConsent(wanted);
        return people;
    }

    private List<ParticipantRef> people(ProjectId project, List<ParticipantId> ids) {
        List<ParticipantRef> people;
        try {
            people = participants.holdForUse(ids);
        } catch (NotFound absent) {
            throw unknown();
        }
        if (people.stream().anyMatch(person -> !person.project().equals(project))) {
            throw unknown();
        }
        return people;
    }

    private static InvalidInput unknown() {
        return new InvalidInput("participant-unknown", "participants", "Somebody named here is not in this project.");
    }

    private void requireConsent(NewInterview wanted) {
        try {
            gate.require(wanted.participants(), ConsentItem.INTERVIEW, wanted.heldOn());
        } catch (ConsentMissing missing) {
            if (wanted.participants().stream().allMatch(this::consentsToday)) {
                throw (ConsentAfterInterview) new ConsentAfterInterview().initCause(missing);
            }
            throw missing;
        }
        if (wanted.recorded()) {
            try {
                gate.require(wanted.participants(), ConsentItem.AUDIO_RECORDING, wanted.heldOn());
            } catch (ConsentMissing missing) {
                throw (RecordingNotConsented) new RecordingNotConsented().initCause(missing);
            }
        }
    }

    private boolean consentsToday(ParticipantId participant) {
        return gate.state(participant, ConsentItem.INTERVIEW, clock.today())
                .filter(ConsentState::opens)
                .isPresent();
    }
}
