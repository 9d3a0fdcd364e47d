package no.tillit.ui.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.erasure.DeletionFilter;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.ui.erasure.Subjects;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Tile;
import no.tillit.ui.shell.Visitor;

/** Deletion jobs that wait for a person. */
@RequestScoped
public class DeletionNews {
    private static final PageRequest FEW = new PageRequest(0, 5);

    @Inject
    private ReadingDeletionJobs jobs;

    @Inject
    private Subjects subjects;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    void gather(List<Tile> tiles, List<Card> waiting) {
        tell(DeletionState.PROPOSED, "start.tile.jobs", tiles, waiting);
        tell(DeletionState.PARTLY_FAILED, "start.tile.failed", tiles, waiting);
    }

    private void tell(DeletionState state, String key, List<Tile> tiles, List<Card> waiting) {
        Page<DeletionJobSummary> page = jobs.page(new DeletionFilter(null, state), FEW, visitor.getPurpose());
        if (state == DeletionState.PROPOSED || page.total() > 0) {
            tiles.add(new Tile(page.total(), say.text(key), "/erasure/deletion-jobs.xhtml?state=" + state.name()));
        }
        page.items()
                .forEach(job -> waiting.add(new Card(
                        say.it("start.job", subjects.of(job)),
                        say.it("start.jobSub", say.label(job.cause()), say.moment(job.proposedAt())),
                        "/erasure/deletion-job.xhtml?id=" + job.id().value(),
                        null)));
    }
}
