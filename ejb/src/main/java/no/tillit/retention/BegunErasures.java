package no.tillit.retention;

import java.util.UUID;
import no.tillit.kernel.ExtensionPoint;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What has passed the point of no return: once the erasure register says that something is to go, it goes, after a restored
 * backup again. The erasure feature implements it.
 */
@ExtensionPoint
public interface BegunErasures {
    /**
     * Whether the register says so of the participant, or of the record, one of which is null. Called after a transaction
     * that enters them has ended, or before it has begun: both wait for {@code Holds.lock}.
     */
    boolean includes(ProjectId project, @Nullable ParticipantId participant, @Nullable UUID record);
}
