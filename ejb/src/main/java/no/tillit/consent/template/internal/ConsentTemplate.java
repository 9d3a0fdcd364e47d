package no.tillit.consent.template.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.tillit.consent.template.TemplateId;
import no.tillit.consent.template.TemplateSummary;
import no.tillit.consent.template.VersionSummary;
import no.tillit.kernel.ProjectId;

/** A template is a name in a project; all that it says stands in its versions. */
@Entity
@Table(name = "consent_template")
public class ConsentTemplate {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "project_id")
    private UUID project;

    @Column(name = "name")
    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected ConsentTemplate() {}

    public ConsentTemplate(TemplateId id, ProjectId project, String name, Instant at, String by) {
        this.id = id.value();
        this.project = project.value();
        this.name = name;
        this.createdAt = at;
        this.createdBy = by;
    }

    public TemplateId id() {
        return new TemplateId(id);
    }

    public ProjectId project() {
        return new ProjectId(project);
    }

    public String name() {
        return name;
    }

    public TemplateSummary toSummary(List<VersionSummary> versions) {
        return new TemplateSummary(id(), project(), name, versions, createdAt, createdBy);
    }
}
