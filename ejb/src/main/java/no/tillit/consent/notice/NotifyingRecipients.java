package no.tillit.consent.notice;

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
import no.tillit.consent.notice.internal.Notices;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.Participants;

/**
 * Each recipient with whom something was shared is told when the consent to it ends, and somebody says that it was done (GDPR Art
 * 19). The list begins with the withdrawal itself, in its transaction.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class NotifyingRecipients {
    @Inject
    private Access access;

    @Inject
    private Participants participants;

    @Inject
    private Notices notices;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** The recipients of a project who still have to be told, the longest waiting first. */
    public Page<RecipientNotice> waiting(ProjectId project, PageRequest request, Purpose purpose) {
        Permit permit = access.require(Action.READ_CONSENT, project, purpose);
        audit.recordNow(permit.entry());
        return notices.waiting(project, request);
    }

    /**
     * All recipients who have to be told about this person, or have been, newest first.
     *
     * @throws NotFound when there is no such participant, or no more
     */
    public List<RecipientNotice> of(ParticipantId id, Purpose purpose) {
        Permit permit = access.require(Action.READ_CONSENT, participants.ref(id).project(), purpose);
        audit.recordNow(permit.entry().about(id));
        return notices.of(id);
    }

    /**
     * The recipient has been told. Confirming again changes nothing.
     *
     * @return the notice with who confirmed it first, and when
     * @throws NotFound when there is no such notice
     */
    public RecipientNotice confirm(NoticeId id, Purpose purpose) {
        RecipientNotice notice = notices.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.NOTIFY_RECIPIENT, notice.project(), purpose);
        notices.confirm(id, clock.now(), permit.username());
        AuditEntry entry = permit.entry().on("recipient-notice", id.value());
        audit.record(notice.participant() == null ? entry : entry.about(notice.participant()));
        return notices.find(id).orElseThrow(NotFound::new);
    }
}
