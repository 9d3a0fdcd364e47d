package no.tillit.ui.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.NewDeletion;
import no.tillit.erasure.ProposingDeletion;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantFilter;
import no.tillit.participant.ParticipantSort;
import no.tillit.participant.ParticipantSummary;
import no.tillit.participant.Pseudonym;
import no.tillit.participant.ReadingParticipants;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** Proposes a deletion: what would go is counted, and nothing goes yet (O-21). */
@Named
@RequestScoped
public class ProposePage {
    @Inject
    private ProposingDeletion proposing;

    @Inject
    private ReadingParticipants participants;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable String project;
    private @Nullable DeletionCause cause;
    private @Nullable String pseudonym;
    private @Nullable LocalDate receivedOn;
    private @Nullable String receivedBy;

    /** Counts, and goes to what was counted. */
    public void propose() {
        ProjectId in = new ProjectId(UUID.fromString(getProject()));
        String name = getPseudonym().strip();
        DeletionPreview counted = proposing.propose(
                NewDeletion.of(
                        in, name.isEmpty() ? null : find(in, new Pseudonym(name)), cause, receivedOn, receivedBy),
                visitor.getPurpose());
        way.to("/erasure/deletion-job.xhtml?id=" + counted.job().id().value(), "propose.done");
    }

    private ParticipantId find(ProjectId in, Pseudonym wanted) {
        return participants
                .page(
                        in,
                        new ParticipantFilter(null, null, wanted.value()),
                        ParticipantSort.PSEUDONYM,
                        new PageRequest(0, 2),
                        visitor.getPurpose())
                .items()
                .stream()
                .filter(p -> p.pseudonym().equals(wanted))
                .map(ParticipantSummary::id)
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "participant-unknown", "pseudonym", "Nobody in this project has this pseudonym."));
    }

    public List<SelectItem> getProjects() {
        return chosen.getAll().stream()
                .map(p -> new SelectItem(p.id().value().toString(), p.name()))
                .toList();
    }

    public List<SelectItem> getCauses() {
        return say.options(EnumSet.allOf(DeletionCause.class));
    }

    public String getProject() {
        return project == null ? chosen.getId() : project;
    }

    public void setProject(@Nullable String project) {
        this.project = project;
    }

    public @Nullable DeletionCause getCause() {
        return cause;
    }

    public void setCause(@Nullable DeletionCause cause) {
        this.cause = cause;
    }

    /** The day on which the participant's request came in. */
    public @Nullable LocalDate getReceivedOn() {
        return receivedOn;
    }

    public void setReceivedOn(@Nullable LocalDate receivedOn) {
        this.receivedOn = receivedOn;
    }

    public @Nullable String getReceivedBy() {
        return receivedBy;
    }

    public void setReceivedBy(@Nullable String receivedBy) {
        this.receivedBy = receivedBy;
    }

    public String getPseudonym() {
        return pseudonym == null ? table.filter("pseudonym") : pseudonym;
    }

    public void setPseudonym(@Nullable String pseudonym) {
        this.pseudonym = pseudonym == null ? "" : pseudonym;
    }
}
