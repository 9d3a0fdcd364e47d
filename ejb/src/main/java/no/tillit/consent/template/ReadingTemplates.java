package no.tillit.consent.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.template.internal.ConsentTemplate;
import no.tillit.consent.template.internal.TemplateVersion;
import no.tillit.consent.template.internal.Templates;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.project.Approvals;

/** What the project's participants are given to sign can be read by everybody in the project. */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class ReadingTemplates {
    @Inject
    private Access access;

    @Inject
    private Approvals approvals;

    @Inject
    private Templates templates;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** The project's templates with their versions, by name. */
    public List<TemplateSummary> in(ProjectId project) {
        audit.record(access.require(Action.READ_TEMPLATE, project).entry().on("project", project.value()));
        return templates.in(project);
    }

    /** @throws NotFound when there is no such template */
    public TemplateSummary open(TemplateId id) {
        ConsentTemplate template = templates.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_TEMPLATE, template.project());
        audit.record(permit.entry().on("consent-template", id.value()));
        return template.toSummary(templates.versionsOf(id).stream()
                .map(TemplateVersion::toSummary)
                .toList());
    }

    /** @throws NotFound when there is no such version */
    public VersionDetails open(TemplateVersionId id) {
        TemplateVersion version = permitted(id);
        LetterFacts frozen = version.facts();
        return new VersionDetails(
                version.template(),
                version.project(),
                templates.find(version.template()).orElseThrow().name(),
                version.toSummary(),
                version.content(),
                version.reAsk(),
                frozen == null ? LetterFacts.of(approvals.facts(version.project())) : frozen);
    }

    /**
     * What stands in the way of publishing; nothing for a version that is published.
     *
     * @throws NotFound when there is no such version
     */
    public List<Finding> check(TemplateVersionId id) {
        TemplateVersion version = permitted(id);
        return version.isPublished()
                ? List.of()
                : TemplateCheck.findings(
                        version.content(),
                        version.number(),
                        version.reAsk(),
                        approvals.facts(version.project()),
                        clock.today());
    }

    private TemplateVersion permitted(TemplateVersionId id) {
        TemplateVersion version = templates.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_TEMPLATE, version.project());
        audit.record(permit.entry().on("consent-template", id.value()));
        return version;
    }
}
