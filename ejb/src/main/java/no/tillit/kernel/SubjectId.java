package no.tillit.kernel;

import java.util.Objects;
import java.util.UUID;

/** Whose key protects something: a participant, or a project for what belongs to nobody. */
public record SubjectId(UUID value) {
    public SubjectId {
        Objects.requireNonNull(value, "value");
    }

    /** The key owner that a participant is. */
    public static SubjectId of(ParticipantId participant) {
        return new SubjectId(participant.value());
    }

    /** The key owner that a project is. */
    public static SubjectId of(ProjectId project) {
        return new SubjectId(project.value());
    }
}
