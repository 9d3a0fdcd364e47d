package no.tillit.ui.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.reminder.ReadingReminders;
import no.tillit.retention.EditingSchedules;
import no.tillit.retention.RetentionSettings;
import no.tillit.retention.Schedule;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** What the chosen project keeps for how long: the rules that stand for all, and its own schedules. */
@Named
@RequestScoped
public class SchedulesPage {
    @Inject
    private EditingSchedules schedules;

    @Inject
    private ReadingReminders reminders;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Way way;

    private @Nullable List<Schedule> all;
    private @Nullable RetentionSettings settings;
    private @Nullable Integer coolingHours;
    private @Nullable Integer leadDays;
    private @Nullable String mailbox;

    public List<Schedule> getAll() {
        List<Schedule> read = all == null ? schedules.all(chosen.require(), visitor.getPurpose()) : all;
        all = read;
        return read;
    }

    /** The rules that stand for every project, the strongest first, by the end of their words' keys. */
    public List<String> getRules() {
        return List.of("hold", "archiveLaw", "withdrawal", "request", "endOfProcessing", "earliest");
    }

    public RetentionSettings getSettings() {
        RetentionSettings read =
                settings == null ? schedules.settings(chosen.require(), visitor.getPurpose()) : settings;
        settings = read;
        return read;
    }

    /** Whether reminders go out by mail. */
    public boolean isMailed() {
        return reminders.isMailed();
    }

    /** Changes how the project wants its deletions and reminders. */
    public void save() {
        schedules.set(
                chosen.require(),
                new RetentionSettings(getCoolingHours(), getLeadDays(), getMailbox()),
                visitor.getPurpose());
        way.to("/retention/schedules.xhtml?project=" + chosen.getId(), "settings.saved");
    }

    public int getCoolingHours() {
        return coolingHours == null ? getSettings().coolingHours() : coolingHours;
    }

    public void setCoolingHours(int coolingHours) {
        this.coolingHours = coolingHours;
    }

    public int getLeadDays() {
        return leadDays == null ? getSettings().leadDays() : leadDays;
    }

    public void setLeadDays(int leadDays) {
        this.leadDays = leadDays;
    }

    public @Nullable String getMailbox() {
        return mailbox == null ? getSettings().mailbox() : mailbox;
    }

    public void setMailbox(@Nullable String mailbox) {
        this.mailbox = mailbox == null ? "" : mailbox;
    }

    /** Whether the person may change schedules. */
    public boolean isEditable() {
        return access.ownPurpose(Action.EDIT_SCHEDULE, chosen.require()).isPresent();
    }
}
