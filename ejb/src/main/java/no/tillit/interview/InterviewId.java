package no.tillit.interview;

import java.util.Objects;
import java.util.UUID;

/** One interview. */
public record InterviewId(UUID value) {
    public InterviewId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that no interview has had before. */
    public static InterviewId random() {
        return new InterviewId(UUID.randomUUID());
    }
}
