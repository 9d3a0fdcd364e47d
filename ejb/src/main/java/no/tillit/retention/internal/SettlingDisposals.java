package no.tillit.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import no.tillit.access.VisibleRows;
import no.tillit.kernel.ProjectId;

/** Settles what changed and nobody has asked about, a project in a transaction. */
@ApplicationScoped
public class SettlingDisposals {
    @Inject
    private Disposals disposals;

    @Inject
    private VisibleRows rows;

    @Transactional
    public List<ProjectId> unsettled() {
        rows.requireEverything();
        return disposals.unsettled();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void settle(ProjectId project) {
        rows.requireEverything();
        disposals.settle(project);
    }
}
