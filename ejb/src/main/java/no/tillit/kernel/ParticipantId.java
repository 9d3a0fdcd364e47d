package no.tillit.kernel;

import java.util.Objects;
import java.util.UUID;

/** One participant in one project; the same person in two projects has two ids that nothing links. */
public record ParticipantId(UUID value) {
    public ParticipantId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that nobody has had before. */
    public static ParticipantId random() {
        return new ParticipantId(UUID.randomUUID());
    }
}
