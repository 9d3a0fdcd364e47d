package no.tillit.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.Purpose;
import no.tillit.retention.internal.Holds;

/** Holds, with their reasons for those who may know them. One whose review is overdue stands first, so that none is forgotten. */
@Stateless
@RolesAllowed({Role.Names.PRIVACY_OFFICER, Role.Names.PROJECT_LEAD, Role.Names.AUDITOR})
public class ReadingHolds {
    @Inject
    private Access access;

    @Inject
    private Holds holds;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Holds, those to be reviewed first.
     *
     * @throws NotFound when the caller may read none, or not those of the project asked for
     */
    public Page<Hold> page(HoldFilter filter, PageRequest request, Purpose purpose) {
        Permit permit = filter.project() == null
                ? access.require(Action.READ_HOLD, purpose)
                : access.require(Action.READ_HOLD, filter.project(), purpose);
        audit.record(permit.entry());
        Page<Hold> page = holds.page(filter, clock.today(), request);
        return new Page<>(
                page.items().stream().map(hold -> shown(hold, permit)).toList(),
                page.page(),
                page.size(),
                page.total());
    }

    /**
     * One hold.
     *
     * @throws NotFound when there is none that the caller may know of
     */
    public Hold open(HoldId id, Purpose purpose) {
        Hold hold = holds.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_HOLD, hold.project(), purpose);
        AuditEntry entry = permit.entry().on("hold", id.value());
        audit.record(hold.participant() == null ? entry : entry.about(hold.participant()));
        return shown(hold, permit);
    }

    /** An auditor sees that something was held and by which authority; why, is no business of theirs. */
    private static Hold shown(Hold hold, Permit permit) {
        boolean known = permit.role() == Role.PRIVACY_OFFICER
                || (permit.role() == Role.PROJECT_LEAD && hold.audience() == HoldAudience.PROJECT);
        return known ? hold : hold.withoutReason();
    }
}
