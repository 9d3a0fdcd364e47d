package no.tillit.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import no.tillit.access.Membership;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;

/** The memberships of all projects. */
@ApplicationScoped
public class Members {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    public Optional<Membership> of(ProjectId project, String username) {
        return Optional.ofNullable(entities.find(ProjectMember.class, new ProjectMember.Key(project.value(), username)))
                .map(ProjectMember::toMembership);
    }

    public List<Membership> of(String username) {
        return list("FROM ProjectMember m WHERE m.key.username = :value ORDER BY m.key.project", username);
    }

    public List<Membership> in(ProjectId project) {
        return list("FROM ProjectMember m WHERE m.key.project = :value ORDER BY m.key.username", project.value());
    }

    public void put(Membership membership, String by) {
        var key = new ProjectMember.Key(membership.project().value(), membership.username());
        ProjectMember member = entities.find(ProjectMember.class, key);
        if (member == null) {
            entities.persist(new ProjectMember(key, membership, clock.now(), by));
        } else {
            member.change(membership);
        }
        remember(membership, by, false);
    }

    public void remove(ProjectId project, String username, String by) {
        var member = entities.find(ProjectMember.class, new ProjectMember.Key(project.value(), username));
        if (member != null) {
            entities.remove(member);
            remember(member.toMembership(), by, true);
        }
    }

    /** Who was given or lost what stays known after the membership has changed again. */
    private void remember(Membership membership, String by, boolean ended) {
        entities.createNativeQuery("""
                        INSERT INTO project_member_change (project_id, username, role, contacts, ended, at, changed_by)
                        VALUES (:project, :username, :role, :contacts, :ended, :at, :by)""")
                .setParameter("project", membership.project().value())
                .setParameter("username", membership.username())
                .setParameter("role", membership.role().keycloakName())
                .setParameter("contacts", membership.contacts())
                .setParameter("ended", ended)
                .setParameter("at", clock.now())
                .setParameter("by", by)
                .executeUpdate();
    }

    private List<Membership> list(String query, Object value) {
        return entities.createQuery(query, ProjectMember.class)
                .setParameter("value", value)
                .getResultStream()
                .map(ProjectMember::toMembership)
                .toList();
    }
}
