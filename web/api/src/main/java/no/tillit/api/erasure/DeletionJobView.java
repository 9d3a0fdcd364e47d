package no.tillit.api.erasure;

import java.util.List;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionLine;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.DeletionProgress;
import no.tillit.erasure.ManualStep;
import no.tillit.erasure.PreviewChange;

/**
 * A deletion job as the API answers with it: the preview before it is decided, the account of what happened after.
 *
 * @param version name it in {@code If-Match} or in the body when you approve
 * @param erases what goes
 * @param heldBack what stays, and why
 * @param manualSteps what somebody has to do by hand and confirm before the certificate
 * @param keys how many participants' keys are destroyed
 */
public record DeletionJobView(
        DeletionJobId id,
        int version,
        DeletionJobSummary job,
        List<DeletionLine> erases,
        List<DeletionLine> heldBack,
        long keys,
        List<Note> notes,
        List<PreviewChange> changes,
        List<ManualStep> manualSteps,
        DeletionProgress progress) {
    /** What a person has to know before deciding. */
    public record Note(String code, String sentence) {}

    static DeletionJobView of(DeletionPreview preview) {
        return new DeletionJobView(
                preview.job().id(),
                preview.job().version(),
                preview.job(),
                preview.lines().stream().filter(DeletionLine::erases).toList(),
                preview.lines().stream().filter(line -> !line.erases()).toList(),
                preview.keys(),
                preview.notes().stream()
                        .map(note -> new Note(note.code(), note.sentence()))
                        .toList(),
                preview.changes(),
                preview.manualSteps(),
                preview.progress());
    }
}
