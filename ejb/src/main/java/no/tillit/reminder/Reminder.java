package no.tillit.reminder;

import java.time.LocalDate;
import java.util.UUID;
import no.tillit.kernel.ProjectId;

/**
 * Something that is due soon in a project.
 *
 * @param subject the hold, or the project
 * @param records how many records it is about
 */
public record Reminder(
        ProjectId project, String projectName, ReminderKind kind, UUID subject, LocalDate day, long records) {}
