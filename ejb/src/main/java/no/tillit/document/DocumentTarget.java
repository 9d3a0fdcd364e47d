package no.tillit.document;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;

/**
 * What a document is to hang on, and whom it will be about.
 *
 * @param id of the interview, participant, consent or material
 * @param about everyone whose key it takes; empty when it is about nobody in particular
 * @param day the day of what it documents, on which consent must have stood already
 */
public record DocumentTarget(AttachedTo kind, UUID id, ProjectId project, List<ParticipantId> about, LocalDate day) {
    public DocumentTarget {
        about = List.copyOf(about);
    }

    /** The owners of the keys: everyone it is about; material's own, which outlives them all; or the project when that is nobody. */
    public Set<SubjectId> subjects() {
        if (kind == AttachedTo.MATERIAL) {
            return Set.of(new SubjectId(id));
        }
        return about.isEmpty()
                ? Set.of(SubjectId.of(project))
                : about.stream().map(SubjectId::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Whose key hides the file name: the first of the subjects in order. */
    public SubjectId nameOwner() {
        return subjects().stream().min(Comparator.comparing(SubjectId::value)).orElseThrow();
    }
}
