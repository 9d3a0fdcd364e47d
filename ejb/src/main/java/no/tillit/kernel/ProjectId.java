package no.tillit.kernel;

import java.util.Objects;
import java.util.UUID;

/** One project under one approval. */
public record ProjectId(UUID value) {
    public ProjectId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that nobody has had before. */
    public static ProjectId random() {
        return new ProjectId(UUID.randomUUID());
    }
}
