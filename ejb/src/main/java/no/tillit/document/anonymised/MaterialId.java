package no.tillit.document.anonymised;

import java.util.Objects;
import java.util.UUID;
import no.tillit.kernel.SubjectId;

/** One piece of anonymised material. It has a key of its own, which dies with no person and no project. */
public record MaterialId(UUID value) {
    public MaterialId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that nothing has had before. */
    public static MaterialId random() {
        return new MaterialId(UUID.randomUUID());
    }

    /** The owner of its key. */
    public SubjectId keyOwner() {
        return new SubjectId(value);
    }
}
