package no.tillit.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.tillit.kernel.ExtensionPoint;
import no.tillit.kernel.ProjectId;

/**
 * Until when projects may process personal data: the end dates of their approvals (O-09).
 *
 * <p>The project feature implements it as an {@code @ApplicationScoped} bean. Called in a transaction, without an access
 * check: the system asks.
 */
@ExtensionPoint
public interface EndDates {
    /** The last day on which the project may process; empty when there is no such project. */
    Optional<LocalDate> lastDayOf(ProjectId project);

    /** What the project is called, and its approval's reference, for those outside who know no ids; empty when nobody says. */
    default Optional<String> titleOf(ProjectId project) {
        return Optional.empty();
    }

    /** The projects whose last day lies before {@code day}. */
    List<ProjectId> endedBefore(LocalDate day);
}
