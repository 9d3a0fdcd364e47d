package no.tillit.storage;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.AssociatedData;

/**
 * What content belongs to. It opens only with exactly the same context; the installation and the blob's own id are added
 * by {@link EncryptedBlobs}.
 *
 * @param subjects everyone whose share the document key takes
 * @param version of the document, from 1
 */
public record ContentContext(ProjectId project, Set<SubjectId> subjects, UUID document, int version, ContentRole role) {
    public ContentContext {
        subjects = Set.copyOf(subjects);
    }

    AssociatedData of(UUID installation, BlobId blob) {
        return AssociatedData.of("tillit content")
                .and(installation)
                .and(project.value())
                .and(subjects.stream().map(SubjectId::value).collect(Collectors.toSet()))
                .and(document)
                .and(version)
                .and(role.name())
                .and(blob.value());
    }
}
