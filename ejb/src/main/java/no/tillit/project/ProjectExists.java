package no.tillit.project;

import no.tillit.kernel.Conflict;

/** An approval is registered once. */
public class ProjectExists extends Conflict {
    private static final long serialVersionUID = 1L;

    ProjectExists() {
        super("project-exists", "A project with this approval reference is registered already.");
    }
}
