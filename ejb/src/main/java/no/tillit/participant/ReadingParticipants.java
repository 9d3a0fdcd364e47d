package no.tillit.participant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.internal.Contacts;
import no.tillit.participant.internal.Participant;
import no.tillit.participant.internal.ParticipantRecords;
import no.tillit.retention.Fates;
import no.tillit.retention.RecordKind;

/** Members see who takes part, by pseudonym and state; that somebody has looked is on record first (O-24). */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class ReadingParticipants {
    @Inject
    private Access access;

    @Inject
    private ParticipantRecords participants;

    @Inject
    private Fates fates;

    @Inject
    private Contacts contacts;

    @Inject
    private AuditLog audit;

    /** One page of a project's participants; those who were erased are not among them. */
    public Page<ParticipantSummary> page(
            ProjectId project, ParticipantFilter filter, ParticipantSort sort, PageRequest request, Purpose purpose) {
        Permit permit = access.require(Action.READ_PARTICIPANT, project, purpose);
        audit.recordNow(permit.entry());
        return participants.page(project, filter, sort, request);
    }

    /**
     * One participant.
     *
     * @throws NotFound when absent, erased, or of a project the caller has no access to
     */
    public ParticipantDetails open(ParticipantId id, Purpose purpose) {
        Participant participant = participants.find(id).orElseThrow(NotFound::new);
        Permit permit =
                access.require(Action.READ_PARTICIPANT, participant.toRef().project(), purpose);
        audit.recordNow(permit.entry().about(id).on("participant", id.value()));
        ProjectId project = participant.toRef().project();
        return participant.toDetails(
                contacts.has(id),
                fates.of(project, RecordKind.PARTICIPANT, id.value()).orElse(null),
                fates.of(project, RecordKind.CONTACT, id.value()).orElse(null));
    }
}
