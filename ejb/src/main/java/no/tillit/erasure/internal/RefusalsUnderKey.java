package no.tillit.erasure.internal;

import no.tillit.keys.upkeep.SealedFields;

/** The reasons of refused deletions, under the keys of those they are about. */
public final class RefusalsUnderKey extends SealedFields {
    public RefusalsUnderKey() {
        super("deletion jobs", "deletion_job", "id", "coalesce(participant_id, project_id)", "refusal_reason");
    }
}
