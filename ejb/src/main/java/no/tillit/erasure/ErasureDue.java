package no.tillit.erasure;

import java.util.Objects;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;

/**
 * A participant's withdrawal makes an erasure due. The consent feature fires it as a CDI event, in the transaction of the
 * withdrawal and after the withdrawal is flushed; a deletion job is then proposed by {@code system} in that transaction.
 */
public record ErasureDue(ProjectId project, ParticipantId participant) {
    public ErasureDue {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(participant, "participant");
    }
}
