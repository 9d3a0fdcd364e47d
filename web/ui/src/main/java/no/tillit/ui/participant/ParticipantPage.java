package no.tillit.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ReadingConsents;
import no.tillit.document.DocumentSummary;
import no.tillit.interview.InterviewSummary;
import no.tillit.kernel.Page;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.BlockReason;
import no.tillit.participant.ParticipantDetails;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.ReadingParticipants;
import no.tillit.project.ApprovedSample;
import no.tillit.project.ProjectDetails;
import no.tillit.project.ReadingProjects;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** One participant, by pseudonym: what was agreed to, what is kept, and when things happened. */
@Named
@RequestScoped
public class ParticipantPage {
    @Inject
    private ReadingParticipants participants;

    @Inject
    private ReadingConsents consents;

    @Inject
    private ReadingProjects projects;

    @Inject
    private TimeLine timeLine;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    private @Nullable ParticipantDetails details;
    private @Nullable ProjectDetails project;
    private @Nullable List<ConsentSummary> forms;
    private @Nullable Page<DocumentSummary> kept;
    private @Nullable List<InterviewSummary> held;

    public ParticipantDetails getParticipant() {
        ParticipantDetails read = details == null ? participants.open(id(), visitor.getPurpose()) : details;
        details = read;
        return read;
    }

    public ProjectDetails getProject() {
        ProjectDetails read = project == null ? projects.open(getParticipant().project()) : project;
        project = read;
        return read;
    }

    /** The sample the person belongs to, in words. */
    public String getSample() {
        return getProject().samples().stream()
                .filter(s -> s.id().equals(getParticipant().sampleId()))
                .map(ApprovedSample::name)
                .findFirst()
                .orElse("");
    }

    /** The forms the person has signed, newest first. */
    public List<ConsentSummary> getConsents() {
        List<ConsentSummary> read = forms == null ? consents.of(id(), visitor.getPurpose()) : forms;
        forms = read;
        return read;
    }

    /** The latest documents about the person. */
    public Page<DocumentSummary> getDocuments() {
        Page<DocumentSummary> read = kept == null ? timeLine.documentsOf(getParticipant()) : kept;
        kept = read;
        return read;
    }

    /** The latest interviews the person took part in; none for those who may not know of interviews. */
    public List<InterviewSummary> getInterviews() {
        List<InterviewSummary> read =
                held == null ? may("READ_INTERVIEW") ? timeLine.interviewsOf(getParticipant()) : List.of() : held;
        held = read;
        return read;
    }

    /** What happened, newest first. */
    public List<Happening> getHappenings() {
        return timeLine.of(getParticipant(), getDocuments().items(), getInterviews());
    }

    /** Whether the person has taken anything back, so that there is a receipt of it. */
    public boolean isWithdrawn() {
        return getParticipant().blockReason() == BlockReason.CONSENT_WITHDRAWN
                || getConsents().stream()
                        .flatMap(form -> form.items().stream())
                        .anyMatch(item -> item.withdrawnAt() != null);
    }

    public boolean isActive() {
        return getParticipant().state() == ParticipantState.ACTIVE;
    }

    /** Whether the person may ever do this here, by the action's name. */
    public boolean may(String action) {
        return access.ownPurpose(Action.valueOf(action), getParticipant().project())
                .isPresent();
    }

    private ParticipantId id() {
        return new ParticipantId(table.id("id"));
    }
}
