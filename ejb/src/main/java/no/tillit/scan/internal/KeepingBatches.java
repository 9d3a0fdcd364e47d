package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldSearch;
import no.tillit.scan.ScanBatchSummary;

/** A file that has arrived gets its row, unless the same one is here. */
@ApplicationScoped
public class KeepingBatches {
    @Inject
    private Scans scans;

    @Inject
    private Summaries summaries;

    @Inject
    private FieldSearch search;

    @Inject
    private Clock clock;

    /**
     * @param digest of the plaintext; kept as a keyed hash, since a digest alone would tell who has the file what it is
     * @return the row that was made, or the earlier one of the same file
     */
    public ScanBatchSummary keep(
            ProjectId project, UUID id, SealedColumns file, String name, String digest, String by) {
        scans.holdArrivals(project);
        byte[] hash = search.hash(project, "scan_batch.content", digest);
        return scans.sameFile(project, hash).map(summaries::of).orElseGet(() -> {
            byte[] sealedName = summaries.sealName(SubjectId.of(project), id, name);
            var batch = new Batch(id, project, file, sealedName, hash, clock.now(), by);
            scans.add(batch);
            return summaries.of(batch);
        });
    }
}
