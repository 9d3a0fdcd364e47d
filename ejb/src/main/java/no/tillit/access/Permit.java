package no.tillit.access;

import java.util.List;
import no.tillit.access.AccessTable.Rule;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.Outcome;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may do something now, in which role and for which purpose. Only {@link Access} gives one.
 *
 * <p>Where the table lets it depend on how the record stands, the permit is worth nothing before {@link Access} has been told
 * that: nobody forgets to ask.
 */
public final class Permit {
    private final Caller caller;
    private final Rule rule;
    private final Action action;
    private final @Nullable ProjectId project;
    private final Purpose purpose;
    private boolean settled;

    Permit(Caller caller, Rule rule, Action action, @Nullable ProjectId project, Purpose purpose) {
        this.caller = caller;
        this.rule = rule;
        this.action = action;
        this.project = project;
        this.purpose = purpose;
        settled = project == null || !rule.when().asksTheRecord();
    }

    public String username() {
        requireSettled();
        return caller.username();
    }

    /** The role the permission rests on. */
    public Role role() {
        return rule.role();
    }

    /**
     * Whether it holds for a record that stands so: for lists, of which what is closed is left out. The list itself has to be
     * settled by itself.
     */
    public boolean covers(RecordState state) {
        return rule.when().admits(state);
    }

    boolean allows(Action something) {
        return action == something;
    }

    public Purpose purpose() {
        return purpose;
    }

    Rule rule() {
        return rule;
    }

    @Nullable
    ProjectId project() {
        return project;
    }

    void settle() {
        settled = true;
    }

    private void requireSettled() {
        if (!settled) {
            throw new IllegalStateException(action + " depends on how the record stands, and nobody has asked");
        }
    }

    /** The audit entry of doing what was permitted; add the record and the participant to it. */
    public AuditEntry entry() {
        requireSettled();
        return attempt();
    }

    AuditEntry attempt() {
        return new AuditEntry(
                caller.username(),
                rule.role().keycloakName(),
                purpose,
                action.auditName(),
                project,
                null,
                null,
                null,
                Outcome.ALLOWED,
                null);
    }

    /** The entries of doing it to all of these at once, one for each; one about nobody when there are none. */
    public List<AuditEntry> entries(List<ParticipantId> people) {
        return people.isEmpty()
                ? List.of(entry())
                : people.stream().map(entry()::about).toList();
    }
}
