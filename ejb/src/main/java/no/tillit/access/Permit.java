package no.tillit.access;

import no.tillit.audit.AuditEntry;
import no.tillit.audit.Outcome;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/** That somebody may do something now, in which role and for which purpose. Only {@link Access} gives one. */
public final class Permit {
    private final Caller caller;
    private final Role role;
    private final Action action;
    private final @Nullable ProjectId project;
    private final Purpose purpose;

    Permit(Caller caller, Role role, Action action, @Nullable ProjectId project, Purpose purpose) {
        this.caller = caller;
        this.role = role;
        this.action = action;
        this.project = project;
        this.purpose = purpose;
    }

    public String username() {
        return caller.username();
    }

    /** The role the permission rests on. */
    public Role role() {
        return role;
    }

    boolean allows(Action something) {
        return action == something;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** The audit entry of doing what was permitted; add the record and the participant to it. */
    public AuditEntry entry() {
        return new AuditEntry(
                caller.username(),
                role.keycloakName(),
                purpose,
                action.auditName(),
                project,
                null,
                null,
                null,
                Outcome.ALLOWED,
                null);
    }
}
