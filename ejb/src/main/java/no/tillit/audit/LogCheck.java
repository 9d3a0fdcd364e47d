package no.tillit.audit;

import java.time.Instant;
import no.tillit.verifier.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole log found.
 *
 * @param size how many entries were looked at
 * @param finding what is wrong; null when the log stands as it was signed
 * @param firstBad place of the first bad entry, from 0; null when there is none or no entry is to blame
 */
public record LogCheck(
        Instant startedAt,
        Instant finishedAt,
        long size,
        Finding.@Nullable Kind finding,
        @Nullable Long firstBad) {}
