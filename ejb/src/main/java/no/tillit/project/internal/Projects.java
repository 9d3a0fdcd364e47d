package no.tillit.project.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.project.NewEnd;
import no.tillit.project.ProjectSummary;

/** All projects. */
@ApplicationScoped
public class Projects {
    private static final String OF_MEMBER =
            " FROM Project p WHERE EXISTS (SELECT 1 FROM ProjectMember m WHERE m.key.project = p.id"
                    + " AND m.key.username = :username AND m.role IN (:roles))";

    @PersistenceContext
    private EntityManager entities;

    public void add(Project project) {
        entities.persist(project);
        entities.flush();
    }

    public Optional<Project> find(ProjectId id) {
        return Optional.ofNullable(entities.find(Project.class, id.value()));
    }

    /** Holds the project's row until the transaction ends, so that changes of its members come one after another. */
    public void lock(ProjectId id) {
        entities.find(Project.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Moves the last day of processing, and keeps that and why. */
    public void moveEnd(Project project, NewEnd wanted, Instant now, String by) {
        LocalDate before = project.endsOn();
        project.endOn(wanted.endsOn());
        entities.flush();
        entities.createNativeQuery("""
                        INSERT INTO project_end_change (id, project_id, before, after, notification, assessed_on, changed_at,
                            changed_by) SELECT gen_random_uuid(), p.id, :before, :after, cast(:notification AS text),
                            cast(:assessed AS date), :now, :by FROM project p WHERE p.id = :project""")
                .setParameter("before", before)
                .setParameter("after", wanted.endsOn())
                .setParameter("notification", wanted.notification())
                .setParameter(
                        "assessed",
                        wanted.assessedOn() == null ? null : wanted.assessedOn().toString())
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("project", project.toSummary().id().value())
                .executeUpdate();
    }

    /** Asked across all projects, the caller's or not. */
    public boolean existsWithReference(String reference) {
        return (Boolean) entities.createNativeQuery("SELECT reference_is_registered(:reference)", Boolean.class)
                .setParameter("reference", reference)
                .getSingleResult();
    }

    /** The projects whose last day of processing lies before {@code day}, the longest overdue first. */
    public List<ProjectId> endedBefore(LocalDate day) {
        return entities.createQuery(
                        "SELECT p.id FROM Project p WHERE p.endsOn < :day ORDER BY p.endsOn, p.id", UUID.class)
                .setParameter("day", day)
                .getResultStream()
                .map(ProjectId::new)
                .toList();
    }

    public Page<ProjectSummary> page(PageRequest request) {
        long total = entities.createQuery("SELECT count(p) FROM Project p", Long.class)
                .getSingleResult();
        var items = entities.createQuery("FROM Project p ORDER BY p.name, p.id", Project.class)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultStream()
                .map(Project::toSummary)
                .toList();
        return new Page<>(items, request.page(), request.size(), total);
    }

    public Page<ProjectSummary> pageOfMember(String username, Collection<String> roles, PageRequest request) {
        long total = entities.createQuery("SELECT count(p)" + OF_MEMBER, Long.class)
                .setParameter("username", username)
                .setParameter("roles", roles)
                .getSingleResult();
        var items = entities.createQuery("SELECT p" + OF_MEMBER + " ORDER BY p.name, p.id", Project.class)
                .setParameter("username", username)
                .setParameter("roles", roles)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultStream()
                .map(Project::toSummary)
                .toList();
        return new Page<>(items, request.page(), request.size(), total);
    }
}
