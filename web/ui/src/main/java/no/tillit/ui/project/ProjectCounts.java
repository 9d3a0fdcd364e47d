package no.tillit.ui.project;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.document.DocumentFilter;
import no.tillit.document.DocumentSort;
import no.tillit.document.ReadingDocuments;
import no.tillit.erasure.DeletionFilter;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.interview.InterviewFilter;
import no.tillit.interview.InterviewSort;
import no.tillit.interview.ReadingInterviews;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantFilter;
import no.tillit.participant.ParticipantSort;
import no.tillit.participant.ReadingParticipants;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Tile;
import no.tillit.ui.shell.Visitor;

/** How much there is in a project, of what the person may know of. */
@RequestScoped
public class ProjectCounts {
    private static final PageRequest NONE = new PageRequest(0, 1);

    @Inject
    private ReadingParticipants participants;

    @Inject
    private ReadingInterviews interviews;

    @Inject
    private ReadingDocuments documents;

    @Inject
    private ReadingDeletionJobs deletions;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    List<Tile> of(ProjectId project) {
        Purpose purpose = visitor.getPurpose();
        List<Tile> tiles = new ArrayList<>();
        if (may(Action.READ_PARTICIPANT, project)) {
            var page = participants.page(project, ParticipantFilter.ALL, ParticipantSort.PSEUDONYM, NONE, purpose);
            tiles.add(tile(page.total(), "project.participants", "/participant/participants.xhtml?project=", project));
        }
        if (may(Action.READ_INTERVIEW, project)) {
            var page = interviews.page(project, InterviewFilter.ALL, InterviewSort.HELD, NONE, purpose);
            tiles.add(tile(page.total(), "project.interviews", "/interview/interviews.xhtml?project=", project));
        }
        if (may(Action.LIST_DOCUMENTS, project)) {
            var page = documents.page(project, DocumentFilter.ALL, DocumentSort.RECEIVED, NONE, purpose);
            tiles.add(tile(page.total(), "project.documents", "/document/documents.xhtml?project=", project));
        }
        if (may(Action.READ_DELETION, project)) {
            var page = deletions.page(new DeletionFilter(project, DeletionState.PROPOSED), NONE, purpose);
            tiles.add(
                    tile(page.total(), "start.tile.jobs", "/erasure/deletion-jobs.xhtml?state=PROPOSED&in=", project));
        }
        return tiles;
    }

    private boolean may(Action action, ProjectId project) {
        return access.ownPurpose(action, project).isPresent();
    }

    private Tile tile(long count, String key, String list, ProjectId project) {
        return new Tile(count, say.text(key), list + project.value());
    }
}
