package no.tillit.project;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Membership;
import no.tillit.access.Memberships;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.SubjectKeys;
import no.tillit.project.internal.Project;
import no.tillit.project.internal.Projects;

/** A project begins with its approval, and with the project lead who registered it as its first member (O-01). */
@Stateless
@RolesAllowed(Role.Names.PROJECT_LEAD)
public class RegisteringProject {
    @Inject
    private Access access;

    @Inject
    private Projects projects;

    @Inject
    private Memberships memberships;

    @Inject
    private SubjectKeys keys;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Registers the project; its key is made first, so that nothing of it is ever stored in the clear.
     *
     * @throws ProjectExists when the approval's reference is registered already
     * @throws no.tillit.kernel.InvalidInput when a date does not fit today
     */
    public ProjectId register(NewProject wanted) {
        Permit permit = access.require(Action.REGISTER_PROJECT, Purpose.PROJECT_ADMINISTRATION);
        wanted.approval().requireCurrent(clock.today());
        if (projects.existsWithReference(wanted.approval().reference())) {
            throw new ProjectExists();
        }
        ProjectId id = ProjectId.random();
        keys.provision(SubjectId.of(id));
        access.include(permit, id);
        projects.add(new Project(id, wanted, clock.now(), permit.username()));
        memberships.put(new Membership(id, permit.username(), Role.PROJECT_LEAD, false), permit.username());
        audit.record(permit.entry().in(id).on("project", id.value()));
        return id;
    }
}
