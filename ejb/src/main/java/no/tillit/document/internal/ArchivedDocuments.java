package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import no.tillit.document.DocumentType;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ArchiveBinding;
import no.tillit.participant.Participants;
import org.jspecify.annotations.Nullable;

/** A participant of whom archive law keeps a document stays registered, so that the document can still be found (O-22). */
@ApplicationScoped
public class ArchivedDocuments implements ArchiveBinding {
    private static final List<DocumentType> BOUND = Arrays.stream(DocumentType.values())
            .filter(DocumentType::isBoundByArchiveLaw)
            .toList();

    @Inject
    private Participants participants;

    @Inject
    private ErasableDocuments documents;

    @Override
    public boolean binds(ParticipantId id) {
        return participants
                .find(id)
                .filter(participant -> documents.countAbout(id, BOUND) > 0)
                .isPresent();
    }

    @Override
    public Predicate<ParticipantId> in(ProjectId project, @Nullable ParticipantId one) {
        return one == null ? documents.peopleOf(project, BOUND)::contains : this::binds;
    }
}
