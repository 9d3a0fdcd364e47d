package no.tillit.participant;

import no.tillit.kernel.ExtensionPoint;
import no.tillit.kernel.ParticipantId;

/**
 * A participant of whom archive law keeps a record stays registered, so that the record can still be found (arkivlova;
 * O-22). A feature that keeps such records contributes an {@code @ApplicationScoped} bean.
 */
@ExtensionPoint
public interface ArchiveBinding {
    /** Whether archive law keeps a record of the participant. */
    boolean binds(ParticipantId participant);
}
