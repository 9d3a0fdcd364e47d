package no.tillit.project.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.tillit.access.ProjectEnds;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;
import no.tillit.retention.EndDates;

/** A project's last day of processing is the end date of its approval (O-09). */
@ApplicationScoped
public class ApprovalEndDates implements EndDates, ProjectEnds {
    @Inject
    private Projects projects;

    @Inject
    private Clock clock;

    @Override
    public Optional<LocalDate> lastDayOf(ProjectId project) {
        return projects.find(project).map(Project::endsOn);
    }

    @Override
    public boolean isOver(ProjectId project) {
        return lastDayOf(project).filter(day -> !clock.today().isAfter(day)).isEmpty();
    }

    @Override
    public Optional<String> titleOf(ProjectId project) {
        return projects.find(project).map(p -> p.name() + ", " + p.reference());
    }

    @Override
    public List<ProjectId> endedBefore(LocalDate day) {
        return projects.endedBefore(day);
    }
}
