package no.tillit.erasure.internal;

import no.tillit.keys.upkeep.SealedFields;

/** Where it lies that deletions leave to hands, under the project's key. */
public final class ManualStepsUnderKey extends SealedFields {
    public ManualStepsUnderKey() {
        super("deletions by hand", "deletion_manual_step", "id", "project_id", "place");
    }
}
