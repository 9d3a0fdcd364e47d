package no.tillit.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.audit.SealingLog;
import no.tillit.kernel.Purpose;
import no.tillit.verifier.RestoreStatement;

/**
 * An operator says that the log was set back by a restore from a backup. Asked of a person, not of the database: who can set
 * the database back must not be able to explain it as well.
 */
@Stateless
@RolesAllowed(Role.Names.OPERATOR)
public class AcknowledgingRestore {
    @Inject
    private Access access;

    @Inject
    private SealingLog log;

    /**
     * Begins a new history from the last checkpoint that fits.
     *
     * @return what was signed about it
     * @throws no.tillit.kernel.Conflict when nothing is broken
     */
    public RestoreStatement acknowledge(Purpose purpose) {
        return log.acknowledgeRestore(
                access.require(Action.ACKNOWLEDGE_RESTORE, purpose).entry());
    }
}
