package no.tillit.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.retention.internal.Disposals;

/**
 * What becomes of a record, asked by the features above for their own pages. Worked out from the facts of this moment; checks
 * no access, since the feature has.
 */
@ApplicationScoped
public class Fates {
    @Inject
    private Disposals disposals;

    /** What becomes of the record; empty when there is none that the transaction sees. */
    public Optional<Fate> of(ProjectId project, RecordKind kind, UUID record) {
        return disposals.fateOf(project, kind.step(), record);
    }
}
