package no.tillit.ui.project;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.kernel.Page;
import no.tillit.project.ProjectSummary;
import no.tillit.project.ReadingProjects;
import no.tillit.ui.shell.Table;
import org.jspecify.annotations.Nullable;

/** The projects the person may know of. */
@Named
@RequestScoped
public class ProjectsPage {
    @Inject
    private ReadingProjects projects;

    @Inject
    private Table table;

    private @Nullable Page<ProjectSummary> page;

    public Page<ProjectSummary> getPage() {
        Page<ProjectSummary> read = page == null ? projects.page(table.request()) : page;
        page = read;
        return read;
    }
}
