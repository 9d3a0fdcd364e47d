package no.tillit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.tillit.access.AccessTable.Rule;
import no.tillit.access.AccessTable.When;
import no.tillit.access.internal.Members;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.audit.Outcome;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The one place where permission is decided: {@link AccessTable} read with the caller's roles and memberships, the purpose, and
 * how the record stands.
 *
 * <p>What was refused is in the audit log before the refusal is thrown.
 */
@ApplicationScoped
public class Access {
    @Inject
    private Callers callers;

    @Inject
    private Members members;

    @Inject
    private VisibleRows rows;

    @Inject
    private ProjectEnds ends;

    @Inject
    private AuditLog audit;

    /**
     * Permission to do something in a project.
     *
     * @throws NotFound when the caller may not do it for any purpose: as if the project did not exist
     * @throws PurposeNotAllowed when the caller may do it, but not for this purpose
     * @throws RecordClosed when it is done only until the project's end, and that has passed
     */
    public Permit require(Action action, ProjectId project, Purpose purpose) {
        return decide(action, project, purpose);
    }

    /**
     * That the record stands so that this may be done with it; asked when the table lets that depend on the record, and after
     * the permission, since who may not do it at all does not learn how it stands.
     *
     * @param state as it is now, under the lock of the caller's transaction
     * @param attempt what the log is to say of it when it is refused
     * @throws NotFound when it is erased
     * @throws RecordClosed when it is closed
     */
    public void require(Permit permit, RecordState state, Function<AuditEntry, List<AuditEntry>> attempt) {
        Refusal refusal = closed(permit, state);
        if (refusal != null) {
            AuditEntry refused = permit.attempt().refused(refusal.code());
            audit.recordNow(attempt.apply(refused));
            throw refusal;
        }
        permit.settle();
    }

    /** As above, about one person. */
    public void require(Permit permit, RecordState state, ParticipantId person) {
        require(permit, state, entry -> List.of(entry.about(person)));
    }

    private @Nullable Refusal closed(Permit permit, RecordState state) {
        When when = permit.rule().when();
        if (state == RecordState.ERASED) {
            return logged(new NotFound());
        }
        if (!when.admits(state)) {
            return refusing(state);
        }
        ProjectId project = permit.project();
        return project == null || when.admits(RecordState.PROJECT_ENDED) || !ends.isOver(project)
                ? null
                : RecordClosed.ended();
    }

    private static RecordClosed refusing(RecordState state) {
        return switch (state) {
            case PROJECT_ENDED -> RecordClosed.ended();
            case RESTRICTED -> RecordClosed.restricted();
            case BLOCKED -> RecordClosed.blocked();
            case OPEN, ERASED -> throw new IllegalStateException("No rule closes what is " + state);
        };
    }

    /**
     * Permission to do something that belongs to no project.
     *
     * @throws NotFound as in {@link #require(Action, ProjectId, Purpose)}
     * @throws PurposeNotAllowed as in {@link #require(Action, ProjectId, Purpose)}
     */
    public Permit require(Action action, Purpose purpose) {
        return decide(action, null, purpose);
    }

    /**
     * Permission to do something that touches no participant's personal data, for the purpose that is the caller's own.
     *
     * @throws NotFound as in {@link #require(Action, ProjectId, Purpose)}
     */
    public Permit require(Action action, ProjectId project) {
        return decide(action, project, ownPurpose(action, project).orElse(Purpose.PROJECT_ADMINISTRATION));
    }

    /**
     * The purpose that comes first for the caller's role here; empty when the caller may not do it at all. Leaves no audit
     * entry: for pages, which show or hide what they offer. Pages ask outside of transactions, where the database would show
     * no membership.
     */
    @Transactional
    public Optional<Purpose> ownPurpose(Action action, ProjectId project) {
        return rulesThatFit(action, project, callers.current()).stream()
                .map(rule -> rule.purposes().get(0))
                .findFirst();
    }

    /** Whether the caller may do it, for a purpose of theirs, with a record that stands so; leaves no audit entry. */
    @Transactional
    public boolean may(Action action, ProjectId project, RecordState state) {
        return rulesThatFit(action, project, callers.current()).stream()
                .map(Rule::when)
                .anyMatch(when ->
                        when.admits(state) && (when.admits(RecordState.PROJECT_ENDED) || !ends.isOver(project)));
    }

    /** Lets the project that is made under this permit be written: nobody is a member of it yet. */
    public void include(Permit permit, ProjectId made) {
        if (!permit.allows(Action.REGISTER_PROJECT)) {
            throw new IllegalArgumentException("This permit registers no project");
        }
        rows.narrowTo(made);
    }

    /** Whether some role of the caller allows this in the whole installation; leaves no audit entry. */
    @Transactional
    public boolean mayEverywhere(Action action) {
        return !rulesThatFit(action, null, callers.current()).isEmpty();
    }

    private Permit decide(Action action, @Nullable ProjectId project, @Nullable Purpose purpose) {
        if (purpose == null) {
            throw new InvalidInput(
                    "purpose-missing", "purpose", "Say for which purpose you need this, in the header Tillit-Purpose.");
        }
        Caller caller = callers.current();
        List<Rule> fitting = rulesThatFit(action, project, caller);
        Optional<Rule> rule =
                fitting.stream().filter(r -> r.purposes().contains(purpose)).findFirst();
        if (rule.isPresent()) {
            if (project != null) {
                rows.narrowTo(project);
            }
            return standing(new Permit(caller, rule.get(), action, project, purpose));
        }
        var refusal = fitting.isEmpty() ? logged(new NotFound()) : new PurposeNotAllowed();
        audit.recordNow(refused(caller, action, project, purpose, fitting.isEmpty() ? "no-access" : refusal.code()));
        throw refusal;
    }

    /** Where it does not depend on the record, the project decides, at once. */
    private Permit standing(Permit permit) {
        if (!permit.rule().when().asksTheRecord()) {
            require(permit, RecordState.OPEN, List::of);
        }
        return permit;
    }

    private List<Rule> rulesThatFit(Action action, @Nullable ProjectId project, Caller caller) {
        Optional<Membership> membership = project == null ? Optional.empty() : members.of(project, caller.username());
        return AccessTable.rulesFor(action).stream()
                .filter(rule -> caller.roles().contains(rule.role()))
                .filter(rule -> counts(rule, project, membership))
                .toList();
    }

    private boolean counts(Rule rule, @Nullable ProjectId project, Optional<Membership> membership) {
        boolean member = membership.filter(m -> m.role() == rule.role()).isPresent();
        return switch (rule.where()) {
            case AS_MEMBER -> member;
            case AS_MEMBER_WITH_CONTACTS ->
                member && membership.filter(Membership::contacts).isPresent();
            case EVERYWHERE -> project == null || rule.role() == Role.SYSTEM || rows.hold(project);
            case OUTSIDE_PROJECTS -> project == null;
        };
    }

    /** {@link LoggingLookUps} need not log it again. */
    private static NotFound logged(NotFound refusal) {
        refusal.isFirstTold();
        return refusal;
    }

    private static AuditEntry refused(
            Caller caller, Action action, @Nullable ProjectId project, Purpose purpose, String reason) {
        String roles = caller.roles().stream().map(Role::keycloakName).sorted().collect(Collectors.joining(","));
        return new AuditEntry(
                caller.username(),
                roles,
                purpose,
                action.auditName(),
                project,
                null,
                null,
                null,
                Outcome.REFUSED,
                reason);
    }
}
