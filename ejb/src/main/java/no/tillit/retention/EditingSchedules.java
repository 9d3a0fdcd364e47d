package no.tillit.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.retention.internal.Disposals;
import no.tillit.retention.internal.FactsOfRecords;
import no.tillit.retention.internal.Schedules;
import no.tillit.retention.internal.SettingRows;

/**
 * The privacy officer says how long a project keeps what, and members can read it. Every change is a new version, and the
 * dates of all records it covers follow at once (O-21).
 */
@Stateless
@RolesAllowed({Role.Names.PRIVACY_OFFICER, Role.Names.PROJECT_LEAD, Role.Names.AUDITOR})
public class EditingSchedules {
    @Inject
    private Access access;

    @Inject
    private Schedules schedules;

    @Inject
    private SettingRows settings;

    @Inject
    private Disposals disposals;

    @Inject
    private FactsOfRecords facts;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * The project's schedules in their newest versions, by what they cover; those taken out of force too.
     *
     * @throws NotFound when the caller may not read them, or there is no such project
     */
    public List<Schedule> all(ProjectId project, Purpose purpose) {
        audit.record(
                access.require(Action.READ_RETENTION, project, purpose).entry().on("project", project.value()));
        facts.requireProject(project);
        return schedules.of(project);
    }

    /**
     * All versions of one schedule, newest first; the last is what came with the product, if it did.
     *
     * @throws NotFound as in {@link #all}, and when there is no such schedule
     */
    public List<Schedule> versions(ProjectId project, String code, Purpose purpose) {
        audit.record(
                access.require(Action.READ_RETENTION, project, purpose).entry().on("project", project.value()));
        facts.requireProject(project);
        List<Schedule> versions = schedules.versions(project, code);
        if (versions.isEmpty()) {
            throw new NotFound();
        }
        return versions;
    }

    /**
     * How the project wants its deletions and reminders.
     *
     * @throws NotFound as in {@link #all}
     */
    public RetentionSettings settings(ProjectId project, Purpose purpose) {
        audit.record(
                access.require(Action.READ_RETENTION, project, purpose).entry().on("project", project.value()));
        facts.requireProject(project);
        return settings.of(project);
    }

    /**
     * Changes how the project wants them; deletions that are approved already are not touched.
     *
     * @throws NotFound when the caller may not, or there is no such project
     */
    public RetentionSettings set(ProjectId project, RetentionSettings wanted, Purpose purpose) {
        Permit permit = access.require(Action.EDIT_SCHEDULE, project, purpose);
        facts.requireProject(project);
        settings.put(project, wanted, clock.now(), permit.username());
        audit.record(permit.entry().on("retention-setting", project.value()));
        return settings.of(project);
    }

    /**
     * Puts a new version into force, of a new schedule or of one that is there.
     *
     * @param seen the version that the caller has seen; 0 for what came with the product or is new
     * @throws NotFound when the caller may not change schedules, or there is no such project
     * @throws Conflict with code {@code schedule-changed} when somebody else has changed it since
     */
    public Schedule put(ProjectId project, NewSchedule wanted, int seen, Purpose purpose) {
        Permit permit = access.require(Action.EDIT_SCHEDULE, project, purpose);
        facts.requireProject(project);
        schedules.lock(project);
        int current =
                schedules.find(project, wanted.code()).map(Schedule::version).orElse(0);
        if (current != seen) {
            throw new Conflict(
                    "schedule-changed", "Somebody has changed this schedule since you read it. Read it again.");
        }
        Schedule next = new Schedule(
                wanted.code(),
                current + 1,
                wanted.covers(),
                wanted.starts(),
                wanted.startsOn(),
                wanted.period(),
                wanted.disposal(),
                wanted.authority(),
                wanted.words(),
                wanted.inForce(),
                clock.now(),
                permit.username());
        schedules.add(project, next);
        disposals.settle(project);
        audit.record(permit.entry().on("retention-schedule", project.value()));
        return next;
    }
}
