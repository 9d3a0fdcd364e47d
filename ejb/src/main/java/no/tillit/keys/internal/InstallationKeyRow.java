package no.tillit.keys.internal;

import java.util.UUID;
import no.tillit.keys.AssociatedData;

/** A key of the installation as it lies in the database: wrapped under the root key. */
public record InstallationKeyRow(
        String name, int version, UUID keyId, int rootVersion, byte[] wrapped, byte[] keyCheckValue) {

    /** What the wrapped bytes are bound to; a row's bytes open in no other row. */
    public AssociatedData place() {
        return place(name, version, keyId, rootVersion);
    }

    WrappedKey wrappedKey() {
        return new WrappedKey(rootVersion, wrapped, place(), keyCheckValue);
    }

    /** As {@link #place()}, for bytes that are still to be wrapped. */
    public static AssociatedData place(String name, int version, UUID keyId, int rootVersion) {
        return AssociatedData.of("tillit installation key")
                .and(keyId)
                .and("root " + rootVersion)
                .and(version)
                .and(name);
    }

    @Override
    public String toString() {
        return "InstallationKeyRow[" + name + " " + version + "]";
    }
}
