package no.tillit.scan;

import java.util.Objects;
import java.util.UUID;

/** The pages of one form, as they were scanned. */
public record ScannedFormId(UUID value) {
    public ScannedFormId {
        Objects.requireNonNull(value, "value");
    }
}
