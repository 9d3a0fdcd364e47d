package no.tillit.consent;

import java.util.Objects;
import java.util.UUID;

/** One consent form that somebody signed. */
public record ConsentId(UUID value) {
    public ConsentId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that no form has had before. */
    public static ConsentId random() {
        return new ConsentId(UUID.randomUUID());
    }
}
