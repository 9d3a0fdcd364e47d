package no.tillit.document;

import java.util.Objects;
import java.util.UUID;

/** One document; it never takes over the content of another. */
public record DocumentId(UUID value) {
    public DocumentId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that nothing has had before. */
    public static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }
}
