package no.tillit.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.audit.CheckingLog;
import no.tillit.audit.LogCheck;
import no.tillit.kernel.Purpose;

/** The whole log is compared with what was signed, when somebody who oversees it asks. */
@Stateless
@RolesAllowed({Role.Names.AUDITOR, Role.Names.PRIVACY_OFFICER})
public class VerifyingLog {
    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private CheckingLog log;

    /** Checks every signed entry now; no transaction is held meanwhile. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public LogCheck check(Purpose purpose) {
        audit.recordNow(access.require(Action.CHECK_AUDIT, purpose).entry());
        return log.check();
    }
}
