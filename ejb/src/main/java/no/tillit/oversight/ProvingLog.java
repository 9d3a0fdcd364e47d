package no.tillit.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.audit.CheckingLog;
import no.tillit.audit.SealedCheckpoint;
import no.tillit.audit.SealedLog;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.Purpose;
import no.tillit.verifier.Hash;
import no.tillit.verifier.InclusionProof;

/** Whoever oversees gets what an outside party needs to verify the log without us (O-24). */
@Stateless
@RolesAllowed({Role.Names.AUDITOR, Role.Names.PRIVACY_OFFICER, Role.Names.OPERATOR})
public class ProvingLog {
    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private SealedLog log;

    @Inject
    private CheckingLog checking;

    /**
     * The furthest checkpoint.
     *
     * @throws NotFound before the first, and when the caller may not
     */
    public SealedCheckpoint latest(Purpose purpose) {
        permit(Action.READ_CHECKPOINT, purpose);
        return log.latest().orElseThrow(NotFound::new);
    }

    /** Until when the log is sealed, and what the last check found. */
    public SealState state(Purpose purpose) {
        permit(Action.READ_CHECKPOINT, purpose);
        return new SealState(log.latest().orElse(null), checking.last().orElse(null));
    }

    /** Checkpoints, newest first. */
    public Page<SealedCheckpoint> page(PageRequest request, Purpose purpose) {
        permit(Action.READ_CHECKPOINT, purpose);
        return log.page(request);
    }

    /** The public key in text form. */
    public String key(Purpose purpose) {
        permit(Action.READ_CHECKPOINT, purpose);
        return log.key();
    }

    /**
     * That an entry stands in the log.
     *
     * @throws NotFound when there is no such entry, or no checkpoint covers it yet
     */
    public InclusionProof inclusion(long number, Purpose purpose) {
        permit(Action.EXPORT_AUDIT, purpose);
        return log.inclusion(number).orElseThrow(NotFound::new);
    }

    /** That the log of the newer size begins with the log of the older. */
    public List<Hash> consistency(long older, long newer, Purpose purpose) {
        permit(Action.READ_CHECKPOINT, purpose);
        return log.consistency(older, newer);
    }

    /**
     * The log as a file, as far as it is signed. The permission is asked and written down now, the entries are read as the
     * file is written.
     *
     * @param first place of the first entry, from 0
     * @param end place after the last
     */
    public LogExport export(long first, long end, Purpose purpose) {
        permit(Action.EXPORT_AUDIT, purpose);
        return new LogExport(log, first, end);
    }

    private void permit(Action action, Purpose purpose) {
        Permit permit = access.require(action, purpose);
        audit.recordNow(permit.entry());
    }
}
