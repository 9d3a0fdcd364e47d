package no.tillit.keys.internal;

import java.util.Objects;
import java.util.UUID;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.AssociatedData;
import no.tillit.keys.KeyState;
import org.jspecify.annotations.Nullable;

/** A subject's key as it lies in the database: wrapped under the root key, or a tombstone. */
public record SubjectKeyRow(
        SubjectId subject,
        UUID keyId,
        int version,
        int rootVersion,
        byte @Nullable [] wrapped,
        byte[] keyCheckValue,
        KeyState state) {

    /** What the wrapped bytes are bound to; a row's bytes open in no other row. */
    public AssociatedData place() {
        return place(subject, keyId, version, rootVersion);
    }

    WrappedKey wrappedKey() {
        return new WrappedKey(rootVersion, Objects.requireNonNull(wrapped), place(), keyCheckValue);
    }

    static AssociatedData place(SubjectId subject, UUID keyId, int version, int rootVersion) {
        return AssociatedData.of("tillit subject key")
                .and(keyId)
                .and("root " + rootVersion)
                .and(version)
                .and(subject.value());
    }

    @Override
    public String toString() {
        return "SubjectKeyRow[" + keyId + " " + state + "]";
    }
}
