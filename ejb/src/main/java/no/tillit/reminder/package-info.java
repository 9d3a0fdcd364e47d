/**
 * Reminders of what is due, in time: on the start page and, when a mail server is configured, by mail. Open {@link
 * no.tillit.reminder.ReadingReminders} first.
 *
 * <p>Top floor. A reminder holds a project's name, a kind, a day and a count; nothing about anybody.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.reminder;
