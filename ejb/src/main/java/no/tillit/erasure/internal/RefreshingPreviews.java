package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import no.tillit.erasure.DeletionJobId;

/** Brings a preview up to date in a transaction of its own, so that the new version stands when the decision is refused. */
@ApplicationScoped
public class RefreshingPreviews {
    @Inject
    private Proposals proposals;

    /** @return the version that is current now */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int refresh(DeletionJobId job) {
        return proposals.refresh(job);
    }
}
