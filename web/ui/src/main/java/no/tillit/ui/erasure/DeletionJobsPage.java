package no.tillit.ui.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import no.tillit.erasure.DeletionFilter;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.kernel.Page;
import no.tillit.kernel.ProjectId;
import no.tillit.project.ProjectSummary;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** The deletion jobs the person may know of, newest first. */
@Named
@RequestScoped
public class DeletionJobsPage {
    @Inject
    private ReadingDeletionJobs jobs;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Subjects subjects;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    private @Nullable Page<DeletionJobSummary> page;

    public Page<DeletionJobSummary> getPage() {
        Page<DeletionJobSummary> read = page == null ? read() : page;
        page = read;
        return read;
    }

    /** What the project is called. */
    public String project(ProjectId id) {
        return chosen.getAll().stream()
                .filter(p -> p.id().equals(id))
                .map(ProjectSummary::name)
                .findFirst()
                .orElse("");
    }

    public List<DeletionState> getStates() {
        return Arrays.asList(DeletionState.values());
    }

    private Page<DeletionJobSummary> read() {
        ProjectId project = table.asked("in").isPresent() ? new ProjectId(table.id("in")) : null;
        var filter = new DeletionFilter(
                project, table.asked("state", DeletionState.class).orElse(null));
        Page<DeletionJobSummary> read = jobs.page(filter, table.request(), visitor.getPurpose());
        subjects.learn(read.items());
        return read;
    }
}
