package no.tillit.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of scans, and how far it has come.
 *
 * @param pages how many it has; null until somebody has looked
 * @param pagesRead how many of them have been read
 * @param blankPages how many of those have nothing on them
 * @param refusal why it is not read; null when it is
 * @param fileName may hold a person's name
 */
public record ScanBatchSummary(
        ScanBatchId id,
        ScanBatchState state,
        @Nullable Integer pages,
        int pagesRead,
        int blankPages,
        @Nullable String refusal,
        String fileName,
        Instant receivedAt,
        String receivedBy) {
    /** Whether it will go on by itself. */
    public boolean isUnderWay() {
        return state == ScanBatchState.WAITING || state == ScanBatchState.READING;
    }
}
