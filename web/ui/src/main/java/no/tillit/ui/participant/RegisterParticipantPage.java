package no.tillit.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.NewParticipant;
import no.tillit.participant.ParticipantSummary;
import no.tillit.participant.RegisteringParticipant;
import no.tillit.project.ProjectDetails;
import no.tillit.project.ReadingProjects;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** Registers a participant in one of the samples of the project's approval. */
@Named
@RequestScoped
public class RegisterParticipantPage {
    @Inject
    private RegisteringParticipant registering;

    @Inject
    private ReadingProjects projects;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Way way;

    private @Nullable ProjectDetails project;
    private String sample = "";

    public ProjectDetails getProject() {
        ProjectDetails read = project == null ? projects.open(id()) : project;
        project = read;
        return read;
    }

    public List<SelectItem> getSamples() {
        return getProject().samples().stream()
                .map(s -> new SelectItem(s.id().toString(), s.number() + ". " + s.name()))
                .toList();
    }

    /** Registers, and goes to the new participant. */
    public void register() {
        ParticipantSummary registered =
                registering.register(id(), new NewParticipant(UUID.fromString(sample)), visitor.getPurpose());
        way.to(
                "/participant/participant.xhtml?id=" + registered.id().value(),
                "participant.register.done",
                registered.pseudonym().value());
    }

    public String getSample() {
        return sample;
    }

    public void setSample(String sample) {
        this.sample = sample;
    }

    private ProjectId id() {
        return new ProjectId(table.id("project"));
    }
}
