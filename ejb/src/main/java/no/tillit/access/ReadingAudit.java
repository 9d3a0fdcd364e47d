package no.tillit.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.audit.AuditEntries;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditFilter;
import no.tillit.audit.AuditLog;
import no.tillit.audit.LoggedEntry;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.Purpose;

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
}
