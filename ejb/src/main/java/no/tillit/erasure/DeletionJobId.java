package no.tillit.erasure;

import java.util.Objects;
import java.util.UUID;

/** One deletion job; the certificate and the register name it instead of a person. */
public record DeletionJobId(UUID value) {
    public DeletionJobId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that no job has had before. */
    public static DeletionJobId random() {
        return new DeletionJobId(UUID.randomUUID());
    }
}
