package no.tillit.project;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Membership;
import no.tillit.access.Memberships;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.project.internal.Projects;

/** Only the project group reaches the data, and its lead says who that is (O-08). */
@Stateless
@RolesAllowed(Role.Names.PROJECT_LEAD)
public class ManagingMembers {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    @Inject
    private Access access;

    @Inject
    private Memberships memberships;

    @Inject
    private Projects projects;

    @Inject
    private AuditLog audit;

    /**
     * Adds a member, or changes the role or contact permission of one who is there.
     *
     * @param username as in Keycloak: lower case letters, digits and {@code . _ @ -}, 1 to 64 characters
     * @param role a role that is held in projects
     * @param contacts whether the contact register is open to the member
     * @throws Conflict when the project would be left without a lead
     */
    public Membership put(ProjectId project, String username, Role role, boolean contacts) {
        Permit permit = access.require(Action.MANAGE_MEMBERS, project, Purpose.PROJECT_ADMINISTRATION);
        if (!USERNAME.matcher(username).matches()) {
            throw new InvalidInput(
                    "username-malformed", "username", "A user name has lower case letters, digits and . _ @ - only.");
        }
        if (!role.isHeldInProject()) {
            throw new InvalidInput("role-not-in-project", "role", "This role is not given project by project.");
        }
        var membership = new Membership(project, username, role, contacts && role != Role.PARTNER);
        if (role != Role.PROJECT_LEAD) {
            requireAnotherLead(project, username);
        }
        memberships.put(membership, permit.username());
        audit.record(permit.entry().on("member", project.value()));
        return membership;
    }

    /**
     * Ends a membership at once: the next request of that person finds nothing.
     *
     * @throws NotFound when there is no such member
     * @throws Conflict when the project would be left without a lead
     */
    public void remove(ProjectId project, String username) {
        Permit permit = access.require(Action.MANAGE_MEMBERS, project, Purpose.PROJECT_ADMINISTRATION);
        if (memberships.of(project, username).isEmpty()) {
            throw new NotFound();
        }
        requireAnotherLead(project, username);
        memberships.remove(project, username, permit.username());
        audit.record(permit.entry().on("member", project.value()));
    }

    private void requireAnotherLead(ProjectId project, String username) {
        projects.lock(project);
        var leads = memberships.in(project).stream()
                .filter(m -> m.role() == Role.PROJECT_LEAD)
                .map(Membership::username)
                .toList();
        if (leads.contains(username) && leads.size() == 1) {
            throw new Conflict("last-lead", "A project keeps at least one lead. Appoint another lead first.");
        }
    }
}
