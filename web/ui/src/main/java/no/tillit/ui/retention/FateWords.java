package no.tillit.ui.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.tillit.retention.Fate;
import no.tillit.retention.RetentionPeriod;
import no.tillit.retention.Schedule;
import no.tillit.ui.shell.Language;
import no.tillit.ui.shell.Say;
import org.jspecify.annotations.Nullable;

/** Says what becomes of a record, when and why, in a sentence each. */
@Named
@RequestScoped
public class FateWords {
    @Inject
    private Say say;

    @Inject
    private Language language;

    /** The sentences, the one that decides first; none when nothing is known. */
    public List<String> of(@Nullable Fate fate) {
        List<String> sentences = new ArrayList<>();
        if (fate == null) {
            return sentences;
        }
        LocalDate held = fate.heldSince();
        if (held != null) {
            sentences.add(say.it("fate.held", say.date(held)));
        }
        String why = fate.schedule() == null ? say.text("fate." + fate.reason().code()) : words(fate.schedule());
        if (fate.dueOn() != null) {
            sentences.add(say.it(held == null ? "fate.goes" : "fate.wouldGo", say.dateAndDistance(fate.dueOn()), why));
        } else if (fate.isPreserved()) {
            sentences.add(say.it("fate.preserved", why));
        } else {
            sentences.add(say.text("fate.open"));
        }
        if (fate.reviewOn() != null && fate.review() != null) {
            sentences.add(say.it("fate.review", say.dateAndDistance(fate.reviewOn()), words(fate.review())));
        }
        return sentences;
    }

    /** The schedule's sentence in the reader's language. */
    public String words(Schedule schedule) {
        return schedule.words().in(language.getLocale());
    }

    /** How long a period is, e.g. 2 år og 6 måneder. */
    public String period(RetentionPeriod period) {
        List<String> parts = new ArrayList<>();
        if (period.years() > 0) {
            parts.add(say.it("period.years", period.years()));
        }
        if (period.months() > 0) {
            parts.add(say.it("period.months", period.months()));
        }
        if (period.days() > 0) {
            parts.add(say.it("period.days", period.days()));
        }
        return parts.isEmpty() ? say.text("period.none") : String.join(" ", parts);
    }
}
