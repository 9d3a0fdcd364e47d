package no.tillit.participant;

import java.util.function.Predicate;
import no.tillit.kernel.ExtensionPoint;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A participant of whom archive law keeps a record stays registered, so that the record can still be found (arkivlova;
 * O-22). A feature that keeps such records contributes an {@code @ApplicationScoped} bean.
 */
@ExtensionPoint
public interface ArchiveBinding {
    /** Whether archive law keeps a record of the participant. */
    boolean binds(ParticipantId participant);

    /** For going through the participants of a project, or one of them: the same, asked of all at once where that costs less. */
    default Predicate<ParticipantId> in(ProjectId project, @Nullable ParticipantId one) {
        return this::binds;
    }
}
