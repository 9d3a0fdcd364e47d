package no.tillit.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.retention.internal.Disposals;
import no.tillit.retention.internal.DueRows;
import no.tillit.retention.internal.FactsOfRecords;
import org.jspecify.annotations.Nullable;

/** What is due in a project: found by its day, so that it costs what is due and not what is stored (O-21). */
@Stateless
@RolesAllowed({Role.Names.PRIVACY_OFFICER, Role.Names.PROJECT_LEAD, Role.Names.AUDITOR})
public class ReadingDue {
    @Inject
    private Access access;

    @Inject
    private Disposals disposals;

    @Inject
    private DueRows due;

    @Inject
    private FactsOfRecords facts;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * One page of a list, by day.
     *
     * @param kind only records of this kind; null for all
     * @param until the last day asked for; null for today
     * @throws NotFound when the caller may not read it, or there is no such project
     */
    public Page<DueRecord> page(
            ProjectId project,
            DueList list,
            @Nullable RecordKind kind,
            @Nullable LocalDate until,
            PageRequest request,
            Purpose purpose) {
        audit.record(
                access.require(Action.READ_RETENTION, project, purpose).entry().on("project", project.value()));
        facts.requireProject(project);
        disposals.settle(project);
        return due.page(project, list, kind, until == null ? clock.today() : until, request);
    }

    /**
     * How much there is in each list, and what goes when.
     *
     * @throws NotFound as in {@link #page}
     */
    public DueOverview overview(ProjectId project, @Nullable LocalDate until, Purpose purpose) {
        audit.record(
                access.require(Action.READ_RETENTION, project, purpose).entry().on("project", project.value()));
        facts.requireProject(project);
        disposals.settle(project);
        LocalDate day = until == null ? clock.today() : until;
        var counts = disposals.counts(project, day);
        return new DueOverview(
                day,
                counts.getOrDefault("DISPOSE", 0L),
                counts.getOrDefault("REVIEW", 0L),
                counts.getOrDefault("HELD", 0L),
                counts.getOrDefault("PRESERVED", 0L),
                due.months(project));
    }
}
