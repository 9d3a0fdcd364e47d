package no.tillit.erasure;

import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes to delete.
 *
 * @param participant null for everything about everyone in the project
 */
public record NewDeletion(ProjectId project, @Nullable ParticipantId participant, DeletionCause cause) {
    /**
     * Checks what was typed or sent.
     *
     * @throws InvalidInput when something is missing, or cause and participant do not fit
     */
    public static NewDeletion of(
            @Nullable ProjectId project, @Nullable ParticipantId participant, @Nullable DeletionCause cause) {
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
        return new NewDeletion(project, participant, cause);
    }
}
