package no.tillit.access;

import no.tillit.kernel.ExtensionPoint;
import no.tillit.kernel.ProjectId;

/** Whether a project's processing has come to its end; {@link Access} asks, the projects answer. */
@ExtensionPoint
public interface ProjectEnds {
    /** Whether the approval's last day is over; true for a project that is not there. */
    boolean isOver(ProjectId project);
}
