package no.tillit.retention;

import java.util.regex.Pattern;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * How a project wants its deletions and reminders.
 *
 * @param coolingHours how long an approved deletion waits before it runs, so that it can be stopped; 0 to 720
 * @param leadDays how long before something is due people are reminded; 1 to 365
 * @param mailbox where the project's reminders go besides the installation's; null for nowhere
 */
public record RetentionSettings(
        int coolingHours, int leadDays, @Nullable String mailbox) {
    /** What holds until a project says otherwise. */
    public static final RetentionSettings USUAL = new RetentionSettings(0, 60, null);

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"]{1,64}@[A-Za-z0-9.-]{1,190}");

    /** @throws InvalidInput when a number is out of range or the mailbox is no address */
    public RetentionSettings {
        if (coolingHours < 0 || coolingHours > 720) {
            throw new InvalidInput("cooling-out-of-range", "coolingHours", "A cooling period is from 0 to 720 hours.");
        }
        if (leadDays < 1 || leadDays > 365) {
            throw new InvalidInput("lead-out-of-range", "leadDays", "Remind from 1 to 365 days ahead.");
        }
        mailbox = PlainText.optional("mailbox", mailbox, 254);
        if (mailbox != null && !ADDRESS.matcher(mailbox).matches()) {
            throw new InvalidInput("mailbox-malformed", "mailbox", "Write one address, such as personvern@example.no.");
        }
    }
}
