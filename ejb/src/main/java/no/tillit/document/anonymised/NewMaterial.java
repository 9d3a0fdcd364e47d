package no.tillit.document.anonymised;

import java.util.Set;
import no.tillit.document.DocumentId;
import no.tillit.kernel.ProjectId;

/**
 * What somebody puts forward as anonymous.
 *
 * @param madeFrom the documents it was made from; empty when it was made from the data of the whole project
 * @param checks what its maker has looked for
 */
public record NewMaterial(ProjectId project, Set<DocumentId> madeFrom, Set<AnonymityCheck> checks) {
    public NewMaterial {
        madeFrom = Set.copyOf(madeFrom);
        checks = Set.copyOf(checks);
    }
}
