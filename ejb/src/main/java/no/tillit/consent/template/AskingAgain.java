package no.tillit.consent.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.template.internal.Unanswered;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;

/**
 * When a newer version asks for it, those who signed an older one are asked again until they have answered. A version that asks
 * nobody does not excuse from one before it that does.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class AskingAgain {
    @Inject
    private Access access;

    @Inject
    private Unanswered unanswered;

    @Inject
    private AuditLog audit;

    /** One page of those who are still to be asked again, by pseudonym; worked out anew each time. */
    public Page<AskedAgain> page(ProjectId project, PageRequest request, Purpose purpose) {
        Permit permit = access.require(Action.READ_CONSENT, project, purpose);
        audit.recordNow(permit.entry().on("project", project.value()));
        return unanswered.page(project, request);
    }
}
