package no.tillit.scan;

import java.util.Objects;
import java.util.UUID;

/** One page that was scanned. */
public record ScannedPageId(UUID value) {
    public ScannedPageId {
        Objects.requireNonNull(value, "value");
    }
}
