package no.tillit.scan;

import java.util.Objects;
import java.util.UUID;

/** A file of scans, as it was sent. */
public record ScanBatchId(UUID value) {
    public ScanBatchId {
        Objects.requireNonNull(value, "value");
    }
}
