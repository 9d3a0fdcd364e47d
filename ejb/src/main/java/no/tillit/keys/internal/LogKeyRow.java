package no.tillit.keys.internal;

import java.util.UUID;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.AssociatedData;
import org.jspecify.annotations.Nullable;

/**
 * A key of the log as it lies in the database.
 *
 * @param version of the subject's keys of the log, from 1
 * @param parent the subject's key it is wrapped under
 */
public record LogKeyRow(
        SubjectId subject, int version, UUID keyId, UUID parent, byte @Nullable [] wrapped, byte[] keyCheckValue) {

    /** What the wrapped bytes are bound to. */
    public AssociatedData place() {
        return AssociatedData.of("tillit log key")
                .and(keyId)
                .and(parent)
                .and(version)
                .and(subject.value());
    }

    @Override
    public String toString() {
        return "LogKeyRow[" + keyId + "]";
    }
}
