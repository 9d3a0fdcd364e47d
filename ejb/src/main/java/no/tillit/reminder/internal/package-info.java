/** How reminders are found and sent. Open {@link no.tillit.reminder.internal.SendingReminders} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.reminder.internal;
