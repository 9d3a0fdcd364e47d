package no.tillit.ui.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.retention.EditingSchedules;
import no.tillit.retention.Schedule;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** What the chosen project keeps for how long: the rules that stand for all, and its own schedules. */
@Named
@RequestScoped
public class SchedulesPage {
    @Inject
    private EditingSchedules schedules;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    private @Nullable List<Schedule> all;

    public List<Schedule> getAll() {
        List<Schedule> read = all == null ? schedules.all(chosen.require(), visitor.getPurpose()) : all;
        all = read;
        return read;
    }

    /** The rules that stand for every project, the strongest first, by the end of their words' keys. */
    public List<String> getRules() {
        return List.of("hold", "archiveLaw", "withdrawal", "request", "endOfProcessing", "earliest");
    }

    /** Whether the person may change schedules. */
    public boolean isEditable() {
        return access.ownPurpose(Action.EDIT_SCHEDULE, chosen.require()).isPresent();
    }
}
