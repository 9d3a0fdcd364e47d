package no.tillit.ui.project;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.project.ProjectSummary;
import no.tillit.project.ReadingProjects;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * The project that lists are about: the one in the address, or the one chosen last, or the first.
 *
 * <p>Whether it may be read is not decided here but by the use case that reads.
 */
@Named
@RequestScoped
public class ChosenProject {
    private static final String LAST = "tillit.project";

    @Inject
    private ReadingProjects projects;

    @Inject
    private Table table;

    @Inject
    private Visitor visitor;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<ProjectSummary> all;

    /** The projects to choose from, by name; at most two hundred. */
    public List<ProjectSummary> getAll() {
        List<ProjectSummary> read = all == null ? read() : all;
        all = read;
        return read;
    }

    /** The chosen project, or null when there is none to choose. */
    public @Nullable ProjectSummary getCurrent() {
        UUID wanted = wanted();
        ProjectSummary chosen = getAll().stream()
                .filter(p -> p.id().value().equals(wanted))
                .findFirst()
                .orElseGet(() -> getAll().isEmpty() ? null : getAll().get(0));
        if (chosen != null) {
            request.getSession().setAttribute(LAST, chosen.id().value());
        }
        return chosen;
    }

    /** The chosen project's id, for an address; empty when there is none. */
    public String getId() {
        ProjectSummary current = getCurrent();
        return current == null ? "" : current.id().value().toString();
    }

    /** @throws NotFound when there is none to choose */
    public ProjectId require() {
        ProjectSummary current = getCurrent();
        if (current == null) {
            throw new NotFound();
        }
        return current.id();
    }

    private List<ProjectSummary> read() {
        return visitor.is("researcher caseworker project-lead privacy-officer auditor")
                ? projects.page(new PageRequest(0, PageRequest.MAX_SIZE)).items()
                : List.of();
    }

    private @Nullable UUID wanted() {
        return table.asked("project").isPresent()
                ? table.id("project")
                : (UUID) request.getSession().getAttribute(LAST);
    }
}
