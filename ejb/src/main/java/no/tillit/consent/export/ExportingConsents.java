package no.tillit.consent.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.export.internal.ExportedForms;
import no.tillit.consent.export.internal.ExportedForms.Part;
import no.tillit.kernel.PlainText;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A project can show all its consents: who answered what by pseudonym, on which version, when, how and in which language, and how it
 * stands (GDPR Art 5(2), 7(1)). Before a part leaves, each person whose forms are in it is on record with it (O-24).
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class ExportingConsents {
    private static final int PEOPLE_AT_ONCE = 200;

    @Inject
    private Access access;

    @Inject
    private ExportedForms forms;

    @Inject
    private AuditLog audit;

    /**
     * The next part: the forms of up to 200 people.
     *
     * @param after what the part before named as its next; null for the first
     */
    public ExportPage page(ProjectId project, @Nullable String after, Purpose purpose) {
        Permit permit = access.require(Action.EXPORT_CONSENTS, project, purpose);
        String last = PlainText.optional("after", after, 40);
        Part part = forms.after(project, last == null ? "" : last, PEOPLE_AT_ONCE);
        audit.recordNow(permit.entries(part.people()));
        return part.page();
    }
}
