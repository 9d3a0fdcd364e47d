package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import no.tillit.consent.template.PaperForms;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.scan.ScanBatchId;
import no.tillit.scan.ScannedFormId;
import no.tillit.scan.ScannedFormSummary;
import no.tillit.scan.ScannedPageId;

/** Scanned pages are put together, apart and away by hand. */
@ApplicationScoped
public class Sorting {
    @Inject
    private Scans scans;

    @Inject
    private Settling settling;

    @Inject
    private Removing removing;

    @Inject
    private Summaries summaries;

    @Inject
    private PaperForms papers;

    public ProjectId projectOf(ScannedFormId id) {
        return scans.form(id.value()).map(Form::project).orElseThrow(NotFound::new);
    }

    public ProjectId projectOf(ScanBatchId id) {
        return scans.batch(id.value()).map(Batch::project).orElseThrow(NotFound::new);
    }

    public ScannedFormId formOf(ScannedPageId id) {
        return new ScannedFormId(page(id).form());
    }

    public ScannedFormSummary number(ScannedFormId id, String typed) {
        Form form = open(id);
        String number = papers.numbered(form.project(), typed == null ? "" : typed)
                .orElseThrow(() -> new InvalidInput("number-mistyped", "number", "No form has this number."))
                .number();
        Optional<Form> other = scans.openFormNumbered(form.project(), number)
                .filter(found -> !found.id().equals(form.id()));
        Form joined = other.orElse(form);
        if (other.isPresent()) {
            scans.pagesOf(form).forEach(page -> page.moveTo(joined));
            removing.remove(form);
        } else {
            form.name(number);
        }
        settling.settle(joined);
        return summaries.of(joined);
    }

    public ScannedFormSummary split(ScannedPageId id) {
        PageRow first = page(id);
        Form form = open(new ScannedFormId(first.form()));
        List<PageRow> pages = scans.pagesOf(form);
        int at = pages.indexOf(first);
        if (at < 1) {
            throw new Conflict("scan-first-page", "This is the first page: there is nothing before it to part from.");
        }
        var rest = new Form(form);
        scans.add(rest);
        pages.subList(at, pages.size()).forEach(page -> page.moveTo(rest));
        settling.settle(form);
        settling.settle(rest);
        return summaries.of(rest);
    }

    public void discard(ScannedFormId id) {
        removing.remove(open(id));
    }

    public void discard(ScannedPageId id) {
        PageRow page = page(id);
        Form form = open(new ScannedFormId(page.form()));
        removing.remove(page);
        if (scans.pagesOf(form).isEmpty()) {
            removing.remove(form);
        } else {
            settling.settle(form);
        }
    }

    public void discard(ScanBatchId id) {
        removing.remove(scans.holdBatch(id.value()).orElseThrow(NotFound::new));
    }

    private Form open(ScannedFormId id) {
        Form form = scans.holdForm(id.value()).orElseThrow(NotFound::new);
        if (form.isDone()) {
            throw new Conflict(
                    "scan-matched", "A consent rests on this scan. It goes when everything about the person goes.");
        }
        return form;
    }

    private PageRow page(ScannedPageId id) {
        return scans.page(id.value()).orElseThrow(NotFound::new);
    }
}
