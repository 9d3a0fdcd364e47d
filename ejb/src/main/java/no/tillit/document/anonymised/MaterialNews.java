package no.tillit.document.anonymised;

import java.util.List;
import no.tillit.kernel.Page;

/**
 * What one person should know of a project's material without looking for it.
 *
 * @param waiting what this person may release or refuse, and nobody has yet; oldest first
 * @param vanished drafts of this person that went in the last thirty days because somebody withdrew or was erased; newest first
 */
public record MaterialNews(Page<MaterialSummary> waiting, List<VanishedDraft> vanished) {
    public MaterialNews {
        vanished = List.copyOf(vanished);
    }
}
