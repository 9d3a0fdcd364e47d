package no.tillit.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.audit.AuditEntries;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditFilter;
import no.tillit.audit.AuditLog;
import no.tillit.audit.DetailsOwner;
import no.tillit.audit.LoggedEntry;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.keys.LogCipher;
import no.tillit.verifier.LogEntry;

/**
 * The log is read for a purpose, and reading it is logged too (O-24). Stands here, since the log itself lies below the
 * rules of access.
 */
@Stateless
@RolesAllowed({Role.Names.AUDITOR, Role.Names.PRIVACY_OFFICER})
public class ReadingAudit {
    @Inject
    private Access access;

    @Inject
    private AuditEntries entries;

    @Inject
    private AuditLog audit;

    @Inject
    private LogCipher cipher;

    /**
     * The entries that fit, newest first.
     *
     * @throws NotFound when the caller may not read the log
     * @throws PurposeNotAllowed when not for this purpose
     */
    public Page<LoggedEntry> page(AuditFilter filter, PageRequest request, Purpose purpose) {
        Permit permit = filter.project() == null
                ? access.require(Action.READ_AUDIT, purpose)
                : access.require(Action.READ_AUDIT, filter.project(), purpose);
        AuditEntry entry = permit.entry();
        audit.record(filter.participant() == null ? entry : entry.about(filter.participant()));
        return entries.page(filter, request);
    }

    /**
     * What was said about an entry, in words; that they were read is on record before they are given out.
     *
     * @param number of the entry
     * @throws NotFound when there is none with details, or the caller may not read them
     * @throws no.tillit.keys.KeyDestroyed when the person they are about has been erased
     */
    public String details(long number, Purpose purpose) {
        Permit permit = access.require(Action.READ_AUDIT_DETAILS, purpose);
        LogEntry entry = entries.find(number).orElseThrow(NotFound::new);
        byte[] sealed = entry.details();
        if (sealed == null) {
            throw new NotFound();
        }
        ProjectId project = entry.project() == null ? null : new ProjectId(entry.project());
        ParticipantId participant = entry.participant() == null ? null : new ParticipantId(entry.participant());
        AuditEntry look = permit.entry().on("audit-entry", entry.id());
        look = project == null ? look : look.in(project);
        audit.recordNow(participant == null ? look : look.about(participant));
        return cipher.open(DetailsOwner.of(project, participant), entry.id(), sealed);
    }
}
