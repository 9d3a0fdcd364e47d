package no.tillit.erasure;

import java.util.Objects;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Everything about these people is being approved for deletion. Fired as a CDI event in the transaction of the approval,
 * before stock is taken for the last time: who observes it blocks them, so that nothing more is read or added. If the
 * approval is refused after all, that is rolled back with it.
 *
 * <p>Not fired for the withdrawal of single consent items, where the person stays.
 *
 * @param participant null for everybody in the project
 */
public record ErasureDecided(ProjectId project, @Nullable ParticipantId participant) {
    public ErasureDecided {
        Objects.requireNonNull(project, "project");
    }
}
