package no.tillit.ui.project;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Membership;
import no.tillit.access.Role;
import no.tillit.kernel.ProjectId;
import no.tillit.project.ManagingMembers;
import no.tillit.project.MovingEnd;
import no.tillit.project.NewEnd;
import no.tillit.project.ProjectDetails;
import no.tillit.project.ReadingProjects;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Tile;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** One project: what its approval covers, and who is in it. */
@Named
@RequestScoped
public class ProjectPage {
    @Inject
    private ReadingProjects projects;

    @Inject
    private ManagingMembers managing;

    @Inject
    private ProjectCounts counts;

    @Inject
    private Access access;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    @Inject
    private MovingEnd moving;

    private @Nullable ProjectDetails details;
    private @Nullable LocalDate endsOn;
    private @Nullable String notification;
    private @Nullable LocalDate assessedOn;
    private String username = "";
    private Role role = Role.RESEARCHER;
    private boolean contacts;

    public ProjectDetails getProject() {
        ProjectDetails read = details == null ? projects.open(id()) : details;
        details = read;
        return read;
    }

    /** Whether the person may change who is in the project. */
    public boolean isManaged() {
        return access.ownPurpose(Action.MANAGE_MEMBERS, id()).isPresent();
    }

    /** Whether the person may read what the project's participants are given to sign. */
    public boolean isWithTemplates() {
        return access.ownPurpose(Action.READ_TEMPLATE, id()).isPresent();
    }

    /** Whether the person may know what stays when the project ends. */
    public boolean isWithMaterial() {
        return access.ownPurpose(Action.LIST_MATERIAL, id()).isPresent();
    }

    /** Whether the person may move the last day of processing. */
    public boolean isMovable() {
        return access.ownPurpose(Action.MOVE_END, id()).isPresent();
    }

    /** Moves the last day of processing. */
    public void moveEnd() {
        moving.move(id(), new NewEnd(getEndsOn(), notification, assessedOn));
        way.to("/project/project.xhtml?id=" + id().value(), "project.endMoved");
    }

    public LocalDate getEndsOn() {
        return endsOn == null ? getProject().endsOn() : endsOn;
    }

    public void setEndsOn(LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public @Nullable String getNotification() {
        return notification;
    }

    public void setNotification(@Nullable String notification) {
        this.notification = notification;
    }

    public @Nullable LocalDate getAssessedOn() {
        return assessedOn;
    }

    public void setAssessedOn(@Nullable LocalDate assessedOn) {
        this.assessedOn = assessedOn;
    }

    /** How much there is in it, of what the person may know of. */
    public List<Tile> getTiles() {
        return counts.of(id());
    }

    /** Adds or changes the member in the form. */
    public void put() {
        Membership put = managing.put(id(), username, role, contacts);
        way.to(address(), "members.added", put.username(), say.label(put.role()));
    }

    /** Ends a membership. */
    public void remove(String member) {
        managing.remove(id(), member);
        way.to(address(), "members.removed", member);
    }

    public List<jakarta.faces.model.SelectItem> getRoles() {
        return say.options(EnumSet.of(Role.RESEARCHER, Role.CASEWORKER, Role.PROJECT_LEAD, Role.PARTNER));
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public boolean isContacts() {
        return contacts;
    }

    public void setContacts(boolean contacts) {
        this.contacts = contacts;
    }

    private ProjectId id() {
        return new ProjectId(table.id("id"));
    }

    private String address() {
        return "/project/members.xhtml?id=" + id().value();
    }
}
