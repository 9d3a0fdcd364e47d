package no.tillit.consent.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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
import org.jspecify.annotations.Nullable;

/** Only a draft is edited, and nobody overwrites what another has saved meanwhile. */
@Stateless
@RolesAllowed(Role.Names.PROJECT_LEAD)
public class EditingTemplate {
    @Inject
    private Access access;

    @Inject
    private Templates templates;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Saves the draft as it now is; it need not be complete.
     *
     * @param revision the one that was read
     * @param reAsk who is asked again; null while that is not decided
     * @throws Conflict with code {@code version-published} or {@code draft-changed}
     * @throws NotFound when there is no such version
     */
    public VersionSummary save(TemplateVersionId id, int revision, TemplateContent content, @Nullable ReAsk reAsk) {
        TemplateVersion seen = templates.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.EDIT_TEMPLATE, seen.project());
        TemplateVersion version = templates.hold(id).orElseThrow(NotFound::new);
        version.edit(revision, content, reAsk, clock.now(), permit.username());
        audit.record(permit.entry().on("consent-template", id.value()));
        return version.toSummary();
    }

    /**
     * Throws a draft away; with its only version goes the template.
     *
     * @throws Conflict with code {@code version-published} or {@code draft-changed}
     * @throws NotFound when there is no such version
     */
    public void discard(TemplateVersionId id, int revision) {
        TemplateVersion seen = templates.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.EDIT_TEMPLATE, seen.project());
        TemplateVersion version = templates.hold(id).orElseThrow(NotFound::new);
        version.requireDraft(revision);
        templates.remove(version);
        if (version.number() == 1) {
            templates.find(version.template()).ifPresent(templates::remove);
        }
        audit.record(permit.entry().on("consent-template", id.value()));
    }
}
