package no.tillit.erasure;

import java.time.LocalDate;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes to delete.
 *
 * @param participant null for everything about everyone in the project
 * @param receivedOn the day on which a participant's request was received; null for another cause
 * @param receivedBy user name of who received it; null for whoever proposes
 */
public record NewDeletion(
        ProjectId project,
        @Nullable ParticipantId participant,
        DeletionCause cause,
        @Nullable LocalDate receivedOn,
        @Nullable String receivedBy) {
    /** What nobody asked for. */
    public NewDeletion(ProjectId project, @Nullable ParticipantId participant, DeletionCause cause) {
        this(project, participant, cause, null, null);
    }

    /**
     * Checks what was typed or sent.
     *
     * @throws InvalidInput when something is missing, or cause and participant do not fit
     */
    public static NewDeletion of(
            @Nullable ProjectId project,
            @Nullable ParticipantId participant,
            @Nullable DeletionCause cause,
            @Nullable LocalDate receivedOn,
            @Nullable String receivedBy) {
        if (project == null) {
            throw new InvalidInput("missing", "project", "Say in which project.");
        }
        if (cause == null) {
            throw new InvalidInput("missing", "cause", "Say what makes the deletion necessary.");
        }
        if (cause == DeletionCause.WITHDRAWAL && participant == null) {
            throw new InvalidInput("missing", "participant", "A withdrawal is about one participant: say which.");
        }
        if ((cause == DeletionCause.END_OF_PROCESSING || cause == DeletionCause.SCHEDULE) && participant != null) {
            throw new InvalidInput(
                    "participant-not-wanted", "participant", "This is about the whole project: name nobody.");
        }
        if (cause == DeletionCause.REQUEST && participant == null) {
            throw new InvalidInput("missing", "participant", "A request is about one participant: say which.");
        }
        if (cause != DeletionCause.REQUEST && receivedOn != null) {
            throw new InvalidInput(
                    "request-not-wanted",
                    "receivedOn",
                    "Only a participant's request has a day on which it was received.");
        }
        return new NewDeletion(project, participant, cause, receivedOn, receivedBy);
    }
}
