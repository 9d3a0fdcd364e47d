package no.tillit.consent.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.template.internal.ConsentTemplate;
import no.tillit.consent.template.internal.PaperCode;
import no.tillit.consent.template.internal.TemplateVersion;
import no.tillit.consent.template.internal.Templates;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PlainText;
import no.tillit.kernel.ProjectId;
import no.tillit.project.ApprovalFacts;
import no.tillit.project.Approvals;
import no.tillit.project.ApprovedSample;
import org.jspecify.annotations.Nullable;

/** A template begins with a draft: of one that comes with the product, or, for a new version, of the one before. */
@Stateless
@RolesAllowed(Role.Names.PROJECT_LEAD)
public class StartingTemplate {
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

    private final SecureRandom random = new SecureRandom();

    /**
     * A new template with a first draft, for the samples that the ready-made one is written for.
     *
     * @param name 1 to 100 characters, another than the project's other templates have
     * @throws Conflict with code {@code template-name-taken}
     * @throws no.tillit.access.RecordClosed after the approval's end date
     */
    public TemplateVersionId begin(ProjectId project, ReadyMade from, @Nullable String name) {
        Permit permit = access.require(Action.START_TEMPLATE, project);
        String wanted = PlainText.required("name", name, 100);
        if (templates.isNamed(project, wanted)) {
            throw new Conflict("template-name-taken", "The project has a template of this name.");
        }
        var template = new ConsentTemplate(TemplateId.random(), project, wanted, clock.now(), permit.username());
        templates.add(template);
        TemplateContent content = from.content().forSamples(samples(approvals.facts(project), from));
        return draft(template, 1, content, permit);
    }

    /**
     * A draft of the next version, which begins as the newest one says.
     *
     * @throws Conflict with code {@code draft-exists} when one is being written
     * @throws NotFound when there is no such template
     */
    public TemplateVersionId nextVersion(TemplateId id) {
        ConsentTemplate template = templates.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.START_TEMPLATE, template.project());
        templates.hold(id);
        TemplateVersion newest = templates.versionsOf(id).stream().findFirst().orElseThrow(NotFound::new);
        if (!newest.isPublished()) {
            throw new Conflict("draft-exists", "A new version is being written already.");
        }
        return draft(template, newest.number() + 1, newest.content(), permit);
    }

    private TemplateVersionId draft(ConsentTemplate template, int number, TemplateContent content, Permit permit) {
        var version = new TemplateVersion(template, number, code(), content, clock.now(), permit.username());
        templates.add(version);
        audit.record(permit.entry().on("consent-template", version.id().value()));
        return version.id();
    }

    private String code() {
        String code = PaperCode.random(7, random);
        return templates.hasCode(code) ? code() : code;
    }

    private static Set<UUID> samples(ApprovalFacts approval, ReadyMade from) {
        Set<UUID> fitting = approval.samples().stream()
                .filter(sample -> sample.confidentiality() == from.confidential())
                .map(ApprovedSample::id)
                .collect(Collectors.toSet());
        return fitting;
    }
}
