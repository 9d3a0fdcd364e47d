package no.tillit.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.paper.Paper;
import no.tillit.project.ProjectDetails;
import no.tillit.project.ReadingProjects;
import no.tillit.reporting.internal.ReportCsv;
import no.tillit.reporting.internal.ReportHtml;
import no.tillit.reporting.internal.ReportRows;
import no.tillit.retention.HeldRecords;
import org.jspecify.annotations.Nullable;

/**
 * The report to Sikt: what a project holds, for how long, and what it has erased. Every second year while the approval lasts,
 * and when it has ended (O-03).
 */
@Stateless
@RolesAllowed({Role.Names.PRIVACY_OFFICER, Role.Names.PROJECT_LEAD})
public class ReportingToSikt {
    @Inject
    private Access access;

    @Inject
    private ReadingProjects projects;

    @Inject
    private HeldRecords retention;

    @Inject
    private ReportRows rows;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * The report as it is today.
     *
     * @throws NotFound when the caller may not make it, or there is no such project
     */
    public SiktReport report(ProjectId project, Purpose purpose) {
        Permit permit = access.require(Action.REPORT_TO_SIKT, project, purpose);
        audit.record(permit.entry().on("project", project.value()));
        ProjectDetails details = projects.open(project);
        retention.settle(project);
        return rows.report(details, clock.today());
    }

    /**
     * The report on paper.
     *
     * @param language nb, nn or en
     * @throws NotFound as in {@link #report}
     */
    public byte[] pdf(ProjectId project, @Nullable String language, Purpose purpose) {
        SiktReport report = report(project, purpose);
        String tag = language == null ? "nb" : language;
        if (!tag.equals("nb") && !tag.equals("nn") && !tag.equals("en")) {
            throw new InvalidInput("language-unknown", "language", "Choose nb, nn or en.");
        }
        return Paper.render(ReportHtml.of(report, tag));
    }

    /**
     * The report as a table for a spreadsheet: semicolons, and what looks like a formula is text.
     *
     * @throws NotFound as in {@link #report}
     */
    public String csv(ProjectId project, Purpose purpose) {
        return ReportCsv.of(report(project, purpose));
    }
}
