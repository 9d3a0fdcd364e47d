package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.tillit.consent.template.PaperForms;
import no.tillit.consent.template.PaperForms.PrintedFor;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.scan.ByHand;
import org.jspecify.annotations.Nullable;

/** Where a form stands, worked out again whenever something about it changes. */
@ApplicationScoped
public class Settling {
    @Inject
    private Scans scans;

    @Inject
    private PaperForms papers;

    @Inject
    private Participants participants;

    /** Looks up what the form's number stands for, and says why it is matched by hand, if it is. */
    void settle(Form form) {
        if (form.isDone()) {
            return;
        }
        Optional<PrintedFor> paper =
                Optional.ofNullable(form.number()).flatMap(number -> papers.numbered(form.project(), number));
        paper.ifPresent(found -> form.known(found.version(), found.participant(), true));
        form.settle(why(form, paper, scans.pagesOf(form)));
    }

    private @Nullable ByHand why(Form form, Optional<PrintedFor> paper, List<PageRow> pages) {
        if (form.number() != null && paper.isEmpty()) {
            return ByHand.NUMBER_UNKNOWN;
        }
        if (form.pagesPrinted() == null && paper.isEmpty()) {
            return form.reason() == ByHand.FOREIGN_CODE ? ByHand.FOREIGN_CODE : ByHand.NO_CODE;
        }
        if (paper.isPresent()) {
            if (paper.get().usedFor() != null) {
                return ByHand.NUMBER_USED;
            }
            if (isGone(paper.get())) {
                return ByHand.PERSON_GONE;
            }
        } else if (form.version() == null) {
            return ByHand.VERSION_UNKNOWN;
        }
        ByHand pagesWrong = pagesWrong(form, pages);
        if (pagesWrong != null) {
            return pagesWrong;
        }
        return paper.isEmpty() ? ByHand.NO_NUMBER : null;
    }

    private boolean isGone(PrintedFor paper) {
        return participants
                .find(paper.participant())
                .filter(person -> person.state() == ParticipantState.ACTIVE)
                .isEmpty();
    }

    /** Each page of the form is there once; the letter before it need not be. */
    private static @Nullable ByHand pagesWrong(Form form, List<PageRow> pages) {
        Set<Integer> printed = new HashSet<>();
        for (PageRow page : pages) {
            if (page.printedPage() != null && !printed.add(page.printedPage())) {
                return ByHand.PAGES_TWICE;
            }
        }
        Integer from = form.formPage();
        Integer to = form.pagesPrinted();
        if (from != null && to != null) {
            for (int page = from; page <= to; page++) {
                if (!printed.contains(page)) {
                    return ByHand.PAGES_MISSING;
                }
            }
        }
        return pages.stream().anyMatch(page -> page.picture() == null) ? ByHand.PAGE_UNREADABLE : null;
    }
}
