package no.tillit.audit;

import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import org.jspecify.annotations.Nullable;

/** Whose key hides the details of an entry: the participant's it is about, or the project's. */
public final class DetailsOwner {
    private DetailsOwner() {}

    /** @throws IllegalArgumentException when the entry is about neither, so that nobody's erasure would ever end them */
    public static SubjectId of(@Nullable ProjectId project, @Nullable ParticipantId participant) {
        if (participant != null) {
            return SubjectId.of(participant);
        }
        if (project == null) {
            throw new IllegalArgumentException("details belong to a participant or a project");
        }
        return SubjectId.of(project);
    }
}
