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
import no.tillit.consent.template.internal.TemplateVersion;
import no.tillit.consent.template.internal.Templates;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.project.ApprovalFacts;
import no.tillit.project.Approvals;

/**
 * A version is published by somebody who has not written on it, and only when nothing is missing in it. From then on
 * it is frozen (GDPR Art 7(1)).
 */
@Stateless
@RolesAllowed({Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class PublishingTemplate {
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

    /**
     * Publishes the draft as it was read.
     *
     * @param revision the one that was read
     * @throws Conflict with code {@code template-not-ready}, {@code second-reader-needed}, {@code version-published} or
     *     {@code draft-changed}
     * @throws NotFound when there is no such version
     */
    public VersionSummary publish(TemplateVersionId id, int revision) {
        TemplateVersion seen = templates.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.PUBLISH_TEMPLATE, seen.project());
        TemplateVersion version = templates.hold(id).orElseThrow(NotFound::new);
        version.requireDraft(revision);
        ApprovalFacts approval = approvals.facts(version.project());
        List<Finding> findings =
                TemplateCheck.findings(version.content(), version.number(), version.reAsk(), approval, clock.today());
        if (!findings.isEmpty()) {
            throw new Conflict(
                    "template-not-ready",
                    "Something is missing: " + findings.get(0).sentence() + " Ask for the check to see all of it.");
        }
        version.publish(revision, LetterFacts.of(approval), clock.now(), permit.username());
        audit.record(permit.entry().on("consent-template", id.value()));
        return version.toSummary();
    }
}
