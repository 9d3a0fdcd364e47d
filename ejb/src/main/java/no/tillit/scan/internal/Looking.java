package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.tillit.consent.ConsentId;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.scan.ScanBatchId;
import no.tillit.scan.ScanBatchSummary;
import no.tillit.scan.ScanCounts;
import no.tillit.scan.ScannedFormDetails;
import no.tillit.scan.ScannedFormId;
import no.tillit.scan.ScannedFormState;
import no.tillit.scan.ScannedFormSummary;
import no.tillit.scan.ScannedPageId;
import no.tillit.scan.ScannedPicture;
import no.tillit.storage.ContentRole;

/** Answers about scans, to a use case that has asked for permission or is about to. */
@ApplicationScoped
public class Looking {
    private static final Set<ScannedFormState> OPEN =
            Set.of(ScannedFormState.PROPOSED, ScannedFormState.BY_HAND, ScannedFormState.ATTACHING);

    @Inject
    private Scans scans;

    @Inject
    private Summaries summaries;

    @Inject
    private Contents contents;

    @Inject
    private Participants participants;

    @Inject
    private Clock clock;

    public List<ScanBatchSummary> batches(ProjectId project) {
        return scans.batches(project).stream().map(summaries::of).toList();
    }

    public ScanBatchSummary batch(ScanBatchId id) {
        return scans.batch(id.value()).map(summaries::of).orElseThrow(NotFound::new);
    }

    public ProjectId projectOf(ScanBatchId id) {
        return scans.batch(id.value()).map(Batch::project).orElseThrow(NotFound::new);
    }

    public ProjectId projectOf(ScannedFormId id) {
        return form(id).project();
    }

    public Page<ScannedFormSummary> forms(ProjectId project, Set<ScannedFormState> states, PageRequest request) {
        Set<ScannedFormState> asked = states.isEmpty() ? OPEN : states;
        return new Page<>(
                summaries.of(scans.forms(project, asked, request)),
                request.page(),
                request.size(),
                scans.countForms(project, asked));
    }

    public ScanCounts counts(ProjectId project) {
        return new ScanCounts(
                scans.countForms(project, Set.of(ScannedFormState.PROPOSED)),
                scans.countForms(project, Set.of(ScannedFormState.BY_HAND)),
                scans.countOpenBefore(project, clock.now().minus(Summaries.LONGEST)));
    }

    public ScannedFormDetails details(ScannedFormId id) {
        return summaries.details(form(id));
    }

    public Optional<ScannedFormId> formOf(ConsentId consent) {
        return scans.formOf(consent).map(Form::formId);
    }

    public ScannedFormId formOfPage(ScannedPageId id) {
        return new ScannedFormId(page(id).form());
    }

    /** Whose it is, or is proposed to be; empty while nobody knows, and when that person has been erased. */
    public Optional<ParticipantRef> whoseIs(ScannedFormId id) {
        return Optional.ofNullable(form(id).participant()).flatMap(participants::find);
    }

    public ScannedPicture picture(ScannedPageId id) {
        PageRow page = page(id);
        SealedColumns picture = page.picture();
        if (picture == null) {
            throw new NotFound();
        }
        ProjectId project = page.project();
        return new ScannedPicture(
                picture.blob().plaintextLength(),
                () -> contents.open(project, id.value(), ContentRole.PREVIEW, picture));
    }

    private Form form(ScannedFormId id) {
        return scans.form(id.value()).orElseThrow(NotFound::new);
    }

    private PageRow page(ScannedPageId id) {
        return scans.page(id.value()).orElseThrow(NotFound::new);
    }
}
