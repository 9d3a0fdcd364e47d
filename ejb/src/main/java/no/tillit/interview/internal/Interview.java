package no.tillit.interview.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewState;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.NewInterview;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantRef;
import org.jspecify.annotations.Nullable;

/** An interview is held, then transcribed; who took part leaves it when erased, and it goes with the last of them. */
@Entity
@Table(name = "interview")
public class Interview {
    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID project;

    @Enumerated(EnumType.STRING)
    private InterviewKind kind;

    @Enumerated(EnumType.STRING)
    private InterviewState state;

    @Column(name = "held_on")
    private LocalDate heldOn;

    private @Nullable Integer minutes;

    private boolean recorded;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @ElementCollection
    @CollectionTable(name = "interview_participant", joinColumns = @JoinColumn(name = "interview_id"))
    private Set<Attendance> people = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Interview() {}

    /** An interview that these people have given. */
    public Interview(
            InterviewId id,
            ProjectId project,
            NewInterview wanted,
            Collection<ParticipantRef> participants,
            Instant at,
            String by) {
        this.id = id.value();
        this.project = project.value();
        this.kind = wanted.kind();
        this.state = InterviewState.HELD;
        this.heldOn = wanted.heldOn();
        this.minutes = wanted.minutes();
        this.recorded = wanted.recorded();
        this.createdAt = at;
        this.createdBy = by;
        participants.forEach(
                p -> people.add(new Attendance(p.id().value(), p.pseudonym().value())));
    }

    public InterviewId id() {
        return new InterviewId(id);
    }

    public ProjectId project() {
        return new ProjectId(project);
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    /** Who took part and has not been erased, in order of id. */
    public List<ParticipantId> participants() {
        return people.stream()
                .map(a -> new ParticipantId(a.participant()))
                .sorted(Comparator.comparing(ParticipantId::value))
                .toList();
    }

    /** A transcript hangs on it now. */
    void transcribed() {
        state = InterviewState.TRANSCRIBED;
    }

    /** Somebody is erased; returns whether they had taken part. */
    boolean leave(ParticipantId participant) {
        return people.removeIf(a -> a.participant().equals(participant.value()));
    }

    boolean isEmpty() {
        return people.isEmpty();
    }

    /** @param confidentiality whether somebody who took part has a duty of confidentiality */
    public InterviewSummary toSummary(boolean confidentiality) {
        return new InterviewSummary(
                id(),
                project(),
                kind,
                state,
                heldOn,
                minutes,
                recorded,
                people.stream()
                        .map(a -> new InterviewSummary.Person(new ParticipantId(a.participant()), a.pseudonym()))
                        .sorted(Comparator.comparing(InterviewSummary.Person::pseudonym))
                        .toList(),
                confidentiality,
                createdAt,
                createdBy);
    }
}
