package no.tillit.erasure;

import java.util.List;

/**
 * What a deletion job is about to do, or has done: what, how much, why, what is held back, and how far it has come.
 *
 * @param lines what goes and what is held back, by kind and fate
 * @param keys how many participants' keys are destroyed, so that every copy of their data is unreadable, backups too
 * @param notes what a person has to know before deciding
 * @param manualSteps what somebody has to do by hand and confirm
 * @param changes what differs from the version before; empty for the first
 */
public record DeletionPreview(
        DeletionJobSummary job,
        List<DeletionLine> lines,
        long keys,
        List<PreviewNote> notes,
        List<PreviewChange> changes,
        List<ManualStep> manualSteps,
        DeletionProgress progress) {
    public DeletionPreview {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        changes = List.copyOf(changes);
        manualSteps = List.copyOf(manualSteps);
    }
}
