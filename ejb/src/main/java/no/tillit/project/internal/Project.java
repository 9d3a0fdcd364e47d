package no.tillit.project.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Membership;
import no.tillit.kernel.ProjectId;
import no.tillit.project.ApprovalFacts;
import no.tillit.project.ApprovedSample;
import no.tillit.project.DataCategory;
import no.tillit.project.Method;
import no.tillit.project.NewProject;
import no.tillit.project.ProjectDetails;
import no.tillit.project.ProjectSummary;

/** A project and the approval it rests on. */
@Entity
@Table(name = "project")
public class Project {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "name")
    private String name;

    @Column(name = "controller")
    private String controller;

    @Column(name = "reference")
    private String reference;

    @Column(name = "assessed_on")
    private LocalDate assessedOn;

    @Column(name = "purpose")
    private String purpose;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "follow_up_months")
    private int followUpMonths;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column(name = "registered_by")
    private String registeredBy;

    @ElementCollection
    @CollectionTable(name = "project_sample", joinColumns = @JoinColumn(name = "project_id"))
    @OrderBy("number")
    private List<ProjectSample> samples = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "project_category", joinColumns = @JoinColumn(name = "project_id"))
    @Column(name = "category")
    @Enumerated(EnumType.STRING)
    private Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);

    @ElementCollection
    @CollectionTable(name = "project_method", joinColumns = @JoinColumn(name = "project_id"))
    @Column(name = "method")
    @Enumerated(EnumType.STRING)
    private Set<Method> methods = EnumSet.noneOf(Method.class);

    @SuppressWarnings("NullAway.Init")
    protected Project() {}

    public Project(ProjectId id, NewProject wanted, Instant registeredAt, String registeredBy) {
        var approval = wanted.approval();
        this.id = id.value();
        this.name = wanted.name();
        this.controller = wanted.controller();
        this.reference = approval.reference();
        this.assessedOn = approval.assessedOn();
        this.purpose = approval.purpose();
        this.endsOn = approval.endsOn();
        this.followUpMonths = approval.followUpMonths();
        this.registeredAt = registeredAt;
        this.registeredBy = registeredBy;
        for (var sample : approval.samples()) {
            samples.add(new ProjectSample(samples.size() + 1, sample));
        }
        categories.addAll(approval.categories());
        methods.addAll(approval.methods());
    }

    public String name() {
        return name;
    }

    /** Under which the approval was given. */
    public String reference() {
        return reference;
    }

    public LocalDate assessedOn() {
        return assessedOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    void endOn(LocalDate day) {
        endsOn = day;
    }

    public List<ApprovedSample> samples() {
        return samples.stream().map(ProjectSample::toApproved).toList();
    }

    public Set<DataCategory> categories() {
        return Set.copyOf(categories);
    }

    public Set<Method> methods() {
        return Set.copyOf(methods);
    }

    public ApprovalFacts toFacts() {
        return new ApprovalFacts(name, controller, endsOn, samples(), categories(), methods());
    }

    public ProjectSummary toSummary() {
        return new ProjectSummary(new ProjectId(id), name, controller, reference, endsOn);
    }

    public ProjectDetails toDetails(List<Membership> members) {
        return new ProjectDetails(
                new ProjectId(id),
                name,
                controller,
                reference,
                assessedOn,
                purpose,
                endsOn,
                followUpMonths,
                samples(),
                categories(),
                methods(),
                members,
                registeredAt,
                registeredBy);
    }
}
