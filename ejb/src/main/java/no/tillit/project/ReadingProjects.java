package no.tillit.project;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Caller;
import no.tillit.access.Callers;
import no.tillit.access.Memberships;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.project.internal.Project;
import no.tillit.project.internal.Projects;

/** The projects somebody may know of: their own, or all of them for those who watch over the installation. */
@Stateless
@RolesAllowed({
    Role.Names.RESEARCHER,
    Role.Names.CASEWORKER,
    Role.Names.PROJECT_LEAD,
    Role.Names.PRIVACY_OFFICER,
    Role.Names.AUDITOR
})
public class ReadingProjects {
    @Inject
    private Access access;

    @Inject
    private Callers callers;

    @Inject
    private Memberships memberships;

    @Inject
    private Projects projects;

    @Inject
    private AuditLog audit;

    /** The caller's projects by name. */
    public Page<ProjectSummary> page(PageRequest request) {
        if (access.mayEverywhere(Action.READ_PROJECT)) {
            return projects.page(request);
        }
        Caller caller = callers.current();
        return projects.pageOfMember(caller.username(), rolesIn(caller), request);
    }

    /**
     * One project with its approval and members.
     *
     * @throws NotFound when there is none that the caller may know of
     */
    public ProjectDetails open(ProjectId id) {
        audit.record(access.require(Action.READ_PROJECT, id).entry().on("project", id.value()));
        Project project = projects.find(id).orElseThrow(NotFound::new);
        return project.toDetails(memberships.in(id));
    }

    private static List<String> rolesIn(Caller caller) {
        return caller.roles().stream()
                .filter(Role::isHeldInProject)
                .map(Role::keycloakName)
                .toList();
    }
}
