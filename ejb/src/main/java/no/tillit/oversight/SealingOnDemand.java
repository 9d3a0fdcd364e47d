package no.tillit.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.audit.SealedCheckpoint;
import no.tillit.audit.SealingLog;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;

/** Nobody has to wait for the hour: the log is sealed when somebody who oversees it asks. */
@Stateless
@RolesAllowed({Role.Names.AUDITOR, Role.Names.PRIVACY_OFFICER, Role.Names.OPERATOR})
public class SealingOnDemand {
    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private SealingLog log;

    /**
     * Signs all that is committed, this request included.
     *
     * @throws no.tillit.audit.HistoryBroken when the log does not go on from what was signed before
     */
    public SealedCheckpoint seal(Purpose purpose) {
        audit.recordNow(access.require(Action.SEAL_AUDIT, purpose).entry());
        return log.seal().orElseThrow(NotFound::new);
    }
}
