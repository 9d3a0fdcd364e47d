package no.tillit.consent.template.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.tillit.consent.template.TemplateId;
import no.tillit.consent.template.TemplateSummary;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.VersionSummary;
import no.tillit.kernel.ProjectId;

/** All templates and their versions. */
@ApplicationScoped
public class Templates {
    @PersistenceContext
    private EntityManager entities;

    public void add(ConsentTemplate template) {
        entities.persist(template);
        entities.flush();
    }

    public void add(TemplateVersion version) {
        entities.persist(version);
        entities.flush();
    }

    public void remove(TemplateVersion draft) {
        entities.remove(draft);
        entities.flush();
    }

    public void remove(ConsentTemplate template) {
        entities.remove(template);
        entities.flush();
    }

    public Optional<ConsentTemplate> find(TemplateId id) {
        return Optional.ofNullable(entities.find(ConsentTemplate.class, id.value()));
    }

    public Optional<TemplateVersion> find(TemplateVersionId id) {
        return Optional.ofNullable(entities.find(TemplateVersion.class, id.value()));
    }

    /** The version, held until the transaction ends. */
    public Optional<TemplateVersion> hold(TemplateVersionId id) {
        return find(id).map(version -> {
            entities.refresh(version, LockModeType.PESSIMISTIC_WRITE);
            return version;
        });
    }

    /** The template's row, held until the transaction ends, so that its versions are begun one after another. */
    public Optional<ConsentTemplate> hold(TemplateId id) {
        return Optional.ofNullable(entities.find(ConsentTemplate.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    public boolean isNamed(ProjectId project, String name) {
        return entities.createQuery(
                                "SELECT count(t) FROM ConsentTemplate t WHERE t.project = :project AND t.name = :name",
                                Long.class)
                        .setParameter("project", project.value())
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }

    /** The template's versions, newest first. */
    public List<TemplateVersion> versionsOf(TemplateId template) {
        return entities.createQuery(
                        "FROM TemplateVersion v WHERE v.template = :template ORDER BY v.number DESC",
                        TemplateVersion.class)
                .setParameter("template", template.value())
                .getResultList();
    }

    /** The project's templates by name. */
    public List<TemplateSummary> in(ProjectId project) {
        var versions = entities.createQuery(
                        "FROM TemplateVersion v WHERE v.project = :project ORDER BY v.number DESC",
                        TemplateVersion.class)
                .setParameter("project", project.value())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        v -> v.template().value(),
                        Collectors.mapping(TemplateVersion::toSummary, Collectors.toList())));
        return entities.createQuery(
                        "FROM ConsentTemplate t WHERE t.project = :project ORDER BY t.name, t.id",
                        ConsentTemplate.class)
                .setParameter("project", project.value())
                .getResultStream()
                .map(t -> t.toSummary(versions.getOrDefault(t.id().value(), List.<VersionSummary>of())))
                .toList();
    }

    /** The version with this code. */
    public Optional<TemplateVersion> withCode(String code) {
        return entities.createQuery("FROM TemplateVersion v WHERE v.code = :code", TemplateVersion.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** Whether a version has this code. */
    public boolean hasCode(String code) {
        return entities.createQuery("SELECT count(v) FROM TemplateVersion v WHERE v.code = :code", Long.class)
                        .setParameter("code", code)
                        .getSingleResult()
                > 0;
    }
}
