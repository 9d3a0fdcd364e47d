package no.tillit.participant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.SubjectKeys;
import no.tillit.participant.internal.Participant;
import no.tillit.participant.internal.ParticipantRecords;
import no.tillit.project.Approvals;
import no.tillit.project.ApprovedSample;

/** Somebody takes part under a pseudonym, in a sample that the approval covers, with a key of their own (O-01, O-08). */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
public class RegisteringParticipant {
    @Inject
    private Access access;

    @Inject
    private Approvals approvals;

    @Inject
    private SubjectKeys keys;

    @Inject
    private ParticipantRecords participants;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Registers a participant and gives the next pseudonym of the project.
     *
     * @throws no.tillit.kernel.InvalidInput when the approval has no such sample
     * @throws no.tillit.access.RecordClosed after the approval's end date
     */
    public ParticipantSummary register(ProjectId project, NewParticipant wanted, Purpose purpose) {
        Permit permit = access.require(Action.REGISTER_PARTICIPANT, project, purpose);
        ApprovedSample sample = approvals.sample(project, wanted.sampleId());
        ParticipantId id = ParticipantId.random();
        keys.provision(SubjectId.of(id));
        Pseudonym pseudonym = participants.nextPseudonym(project);
        var participant = new Participant(id, project, pseudonym, sample, clock.now(), permit.username());
        participants.add(participant);
        audit.record(permit.entry().about(id).on("participant", id.value()));
        return participant.toSummary();
    }
}
