package no.tillit.project;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import no.tillit.project.internal.Project;
import no.tillit.project.internal.Projects;
import no.tillit.retention.HeldRecords;

/**
 * A project may end earlier at any time; to go on longer is a significant change, and waits for its notification to be
 * assessed (O-02). The disposal dates of all its records follow in the same transaction.
 */
@Stateless
@RolesAllowed(Role.Names.PROJECT_LEAD)
public class MovingEnd {
    @Inject
    private Access access;

    @Inject
    private Projects projects;

    @Inject
    private HeldRecords retention;

    @Inject
    private SubjectKeys keys;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Moves the last day of processing.
     *
     * @return the last day as it is now
     * @throws NotFound when the caller may not, or there is no such project
     * @throws InvalidInput when the day lies before today, or the assessment in the future
     * @throws Conflict with code {@code change-not-assessed} for a later day without an assessed notification, or
     *     {@code project-erased} when the project has ended and its key is gone
     */
    public LocalDate move(ProjectId id, NewEnd wanted) {
        Permit permit = access.require(Action.MOVE_END, id, Purpose.PROJECT_ADMINISTRATION);
        projects.lock(id);
        Project project = projects.find(id).orElseThrow(NotFound::new);
        LocalDate before = project.endsOn();
        if (wanted.endsOn().equals(before)) {
            return before;
        }
        if (wanted.endsOn().isBefore(clock.today())) {
            throw new InvalidInput(
                    "ended-already", "endsOn", "The end of processing lies before today; nothing could be stored.");
        }
        if (wanted.endsOn().isAfter(before)) {
            requireAssessed(wanted);
        }
        if (keys.state(SubjectId.of(id)) == KeyState.DESTROYED) {
            throw new Conflict(
                    "project-erased",
                    "The project has ended and its key is destroyed. Register a new project instead.");
        }
        projects.moveEnd(project, wanted, clock.now(), permit.username());
        retention.settle(id);
        audit.record(permit.entry().on("project", id.value()));
        return wanted.endsOn();
    }

    private void requireAssessed(NewEnd wanted) {
        if (wanted.notification() == null || wanted.assessedOn() == null) {
            throw new Conflict(
                    "change-not-assessed",
                    "A later end is a significant change. Report it, and name the notification and the day of its assessment.");
        }
        if (wanted.assessedOn().isAfter(clock.today())) {
            throw new InvalidInput("date-in-future", "assessedOn", "The assessment cannot lie in the future.");
        }
    }
}
