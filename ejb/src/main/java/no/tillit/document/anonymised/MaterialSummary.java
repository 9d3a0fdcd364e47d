package no.tillit.document.anonymised;

import java.time.Instant;
import java.util.Set;
import no.tillit.document.DocumentId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * One piece of material as members see it in a list.
 *
 * @param document what holds it; null before the file is here, and when it was refused
 * @param madeFromEveryone whether it was made from the whole project's data rather than from documents that were named
 * @param madeFrom from how many people's data, as far as they were named; 0 once it is released, since then nobody knows
 * @param putForwardBy who says that nobody can be recognised in it
 * @param decidedBy who looked for themselves
 * @param failed what the second person did not find done; empty unless it was refused
 */
public record MaterialSummary(
        MaterialId id,
        ProjectId project,
        MaterialState state,
        @Nullable DocumentId document,
        boolean madeFromEveryone,
        int madeFrom,
        String putForwardBy,
        Instant putForwardAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        Set<AnonymityCheck> failed) {
    public MaterialSummary {
        failed = Set.copyOf(failed);
    }
}
