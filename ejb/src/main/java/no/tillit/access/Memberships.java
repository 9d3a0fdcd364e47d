package no.tillit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import no.tillit.access.internal.Members;
import no.tillit.kernel.ProjectId;

/** Who is a member of what. Changing it is for the project feature, which asks {@link Access} first. */
@ApplicationScoped
public class Memberships {
    @Inject
    private Members members;

    /** The projects somebody is a member of. */
    public List<Membership> of(String username) {
        return members.of(username);
    }

    /** Somebody's place in a project, if any. */
    public Optional<Membership> of(ProjectId project, String username) {
        return members.of(project, username);
    }

    /** The members of a project, by user name. */
    public List<Membership> in(ProjectId project) {
        return members.in(project);
    }

    /** Adds the member, or changes the role and the contact permission of one who is there. */
    public void put(Membership membership, String by) {
        members.put(membership, by);
    }

    /** Ends a membership; absent is fine. */
    public void remove(ProjectId project, String username, String by) {
        members.remove(project, username, by);
    }
}
