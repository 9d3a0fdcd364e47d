package no.tillit.interview.transcript.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.tillit.document.DocumentId;
import no.tillit.interview.InterviewId;
import no.tillit.interview.transcript.TranscriptId;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import org.jspecify.annotations.Nullable;

/** All that one person said in one transcript. It is never changed: dividing again makes new ones. */
@Entity
@Table(name = "transcript_voice")
public class Voice {
    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID project;

    @Column(name = "interview_id")
    private UUID interview;

    @Column(name = "document_id")
    private UUID document;

    @Column(name = "participant_id")
    private @Nullable UUID participant;

    private int turns;

    @Column(name = "turns_in_all")
    private int turnsInAll;

    private byte[] said;

    @Column(name = "divided_at")
    private Instant dividedAt;

    @Column(name = "divided_by")
    private String dividedBy;

    @SuppressWarnings("NullAway.Init")
    protected Voice() {}

    /** Where a part belongs. */
    record Place(
            ProjectId project, InterviewId interview, DocumentId document, Instant at, String by, int turnsInAll) {}

    Voice(UUID id, Place place, @Nullable ParticipantId participant, int turns, byte[] said) {
        this.id = id;
        this.project = place.project().value();
        this.interview = place.interview().value();
        this.document = place.document().value();
        this.participant = participant == null ? null : participant.value();
        this.turns = turns;
        this.turnsInAll = place.turnsInAll();
        this.said = said;
        this.dividedAt = place.at();
        this.dividedBy = place.by();
    }

    UUID id() {
        return id;
    }

    public ProjectId project() {
        return new ProjectId(project);
    }

    public InterviewId interview() {
        return new InterviewId(interview);
    }

    TranscriptId transcript() {
        return new TranscriptId(document);
    }

    /** Who said it; null for the interviewer. */
    public @Nullable ParticipantId participant() {
        return participant == null ? null : new ParticipantId(participant);
    }

    SubjectId subject() {
        return Saying.subject(project(), participant());
    }

    public int turnsInAll() {
        return turnsInAll;
    }

    byte[] said() {
        return said;
    }

    Instant dividedAt() {
        return dividedAt;
    }

    String dividedBy() {
        return dividedBy;
    }
}
