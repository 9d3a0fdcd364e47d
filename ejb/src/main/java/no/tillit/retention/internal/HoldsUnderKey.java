package no.tillit.retention.internal;

import no.tillit.keys.upkeep.SealedFields;

/** The reasons of holds, under the keys of those who are held. */
public final class HoldsUnderKey extends SealedFields {
    public HoldsUnderKey() {
        super("holds", "retention_hold", "id", "coalesce(participant_id, project_id)", "reason");
    }
}
