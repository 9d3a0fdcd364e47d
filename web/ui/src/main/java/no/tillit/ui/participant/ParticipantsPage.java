package no.tillit.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.kernel.Page;
import no.tillit.participant.ParticipantFilter;
import no.tillit.participant.ParticipantSort;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.ParticipantSummary;
import no.tillit.participant.ReadingParticipants;
import no.tillit.project.ProjectDetails;
import no.tillit.project.ReadingProjects;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** The participants of the chosen project. */
@Named
@RequestScoped
public class ParticipantsPage {
    @Inject
    private ReadingParticipants participants;

    @Inject
    private ReadingProjects projects;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    private @Nullable Page<ParticipantSummary> page;
    private @Nullable ProjectDetails project;

    public Page<ParticipantSummary> getPage() {
        Page<ParticipantSummary> read = page == null ? read() : page;
        page = read;
        return read;
    }

    /** The project, for its samples' names. */
    public ProjectDetails getProject() {
        ProjectDetails read = project == null ? projects.open(chosen.require()) : project;
        project = read;
        return read;
    }

    /** What the sample is called in this project. */
    public String sample(UUID id) {
        return getProject().samples().stream()
                .filter(s -> s.id().equals(id))
                .map(s -> s.number() + ". " + s.name())
                .findFirst()
                .orElse("");
    }

    /** The states one may ask for; of those who are erased there is no list. */
    public Set<ParticipantState> getStates() {
        return EnumSet.of(ParticipantState.ACTIVE, ParticipantState.BLOCKED);
    }

    /** Whether the list is cut by anything the person chose. */
    public boolean isFiltered() {
        return table.asked("q").isPresent()
                || table.asked("state").isPresent()
                || table.asked("sample").isPresent();
    }

    public boolean isRegistrar() {
        return access.ownPurpose(Action.REGISTER_PARTICIPANT, chosen.require()).isPresent();
    }

    /** Whether the project has opened its contact register to this person. */
    public boolean isContactsOpen() {
        return access.ownPurpose(Action.READ_CONTACT, chosen.require()).isPresent();
    }

    private Page<ParticipantSummary> read() {
        var filter = new ParticipantFilter(
                table.asked("state", ParticipantState.class).orElse(null),
                table.asked("sample").isPresent() ? table.id("sample") : null,
                table.filter("q"));
        return participants.page(
                chosen.require(),
                filter,
                ParticipantSort.named(table.sort("pseudonym")),
                table.request(),
                visitor.getPurpose());
    }
}
