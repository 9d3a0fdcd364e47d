package no.tillit.retention;

import java.util.Objects;
import java.util.UUID;

/** One hold. */
public record HoldId(UUID value) {
    public HoldId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that no hold has had before. */
    public static HoldId random() {
        return new HoldId(UUID.randomUUID());
    }
}
