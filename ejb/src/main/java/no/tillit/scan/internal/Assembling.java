package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import no.tillit.consent.template.PaperForms;
import no.tillit.consent.template.PaperMark;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.scan.ByHand;
import org.jspecify.annotations.Nullable;

/**
 * Joins the pages of one form. Pages with a number belong to that number's form, in whatever file and order they come; pages of
 * a blank form to the one before them while their pages go on; pages without a code to the ones without a code before them.
 */
@ApplicationScoped
public class Assembling {
    @Inject
    private Scans scans;

    @Inject
    private PaperForms papers;

    @Inject
    private Participants participants;

    @Inject
    private Settling settling;

    @Inject
    private Clock clock;

    /** Whose key the page lies under: the person's it was printed for while that person takes part, else the project's. */
    SubjectId ownerOf(ProjectId project, String code) {
        return PaperMark.read(code)
                .flatMap(mark -> Optional.ofNullable(mark.number()))
                .flatMap(number -> papers.numbered(project, number))
                .flatMap(paper -> participants.find(paper.participant()))
                .filter(person -> person.state() == ParticipantState.ACTIVE)
                .map(person -> SubjectId.of(person.id()))
                .orElse(SubjectId.of(project));
    }

    /**
     * Keeps a page.
     *
     * @param picture null when it could not be read
     */
    void add(Batch batch, UUID id, int batchPage, String code, @Nullable SealedColumns picture, int width, int height) {
        Optional<PaperMark> mark = PaperMark.read(code);
        Form form = mark.map(found -> formFor(batch, found))
                .orElseGet(() -> uncoded(batch, code.isEmpty() ? ByHand.NO_CODE : ByHand.FOREIGN_CODE));
        var page = new PageRow(
                id, form, batch, batchPage, mark.map(PaperMark::page).orElse(null), clock.now());
        if (picture != null) {
            page.show(picture, width, height);
        }
        scans.add(page);
        settling.settle(form);
    }

    private Form formFor(Batch batch, PaperMark mark) {
        String number = mark.number();
        if (number != null) {
            return scans.openFormNumbered(batch.project(), number).orElseGet(() -> begin(batch, mark));
        }
        Optional<TemplateVersionId> version = papers.version(batch.project(), mark.version());
        return version.flatMap(which -> scans.lastFormIn(batch)
                        .filter(last -> last.isBlankOf(mark, which))
                        .filter(last -> goesOn(last, mark)))
                .orElseGet(() -> {
                    Form form = begin(batch, mark);
                    form.known(version.orElse(null), null, false);
                    return form;
                });
    }

    private boolean goesOn(Form form, PaperMark mark) {
        return scans.pagesOf(form).stream()
                .allMatch(page -> page.printedPage() != null && page.printedPage() < mark.page());
    }

    private Form begin(Batch batch, PaperMark mark) {
        var form = new Form(batch, ByHand.PAGES_MISSING);
        form.mark(mark);
        scans.add(form);
        return form;
    }

    private Form uncoded(Batch batch, ByHand reason) {
        return scans.lastFormIn(batch)
                .filter(last -> !last.isDone() && last.reason() == reason)
                .orElseGet(() -> {
                    var form = new Form(batch, reason);
                    scans.add(form);
                    return form;
                });
    }
}
