package no.tillit.ui.interview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.interview.InterviewFilter;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewSort;
import no.tillit.interview.InterviewState;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.ReadingInterviews;
import no.tillit.kernel.Page;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** The interviews of the chosen project. */
@Named
@RequestScoped
public class InterviewsPage {
    @Inject
    private ReadingInterviews interviews;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    private @Nullable Page<InterviewSummary> page;

    public Page<InterviewSummary> getPage() {
        Page<InterviewSummary> read = page == null ? read() : page;
        page = read;
        return read;
    }

    /** Who took part, by pseudonym. */
    public String people(InterviewSummary interview) {
        return interview.participants().stream()
                .map(InterviewSummary.Person::pseudonym)
                .collect(Collectors.joining(", "));
    }

    public List<InterviewKind> getKinds() {
        return Arrays.asList(InterviewKind.values());
    }

    public List<InterviewState> getStates() {
        return Arrays.asList(InterviewState.values());
    }

    public boolean isCreator() {
        return access.ownPurpose(Action.CREATE_INTERVIEW, chosen.require()).isPresent();
    }

    /** Whether the list is cut by anything the person chose. */
    public boolean isFiltered() {
        return table.asked("q").isPresent()
                || table.asked("kind").isPresent()
                || table.asked("state").isPresent();
    }

    private Page<InterviewSummary> read() {
        var filter = new InterviewFilter(
                table.asked("kind", InterviewKind.class).orElse(null),
                table.asked("state", InterviewState.class).orElse(null),
                table.filter("q"),
                null);
        return interviews.page(
                chosen.require(),
                filter,
                InterviewSort.named(table.sort("-held")),
                table.request(),
                visitor.getPurpose());
    }
}
