package no.tillit.reminder.internal;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import no.tillit.reminder.Reminder;
import no.tillit.reminder.internal.Reminders.Outgoing;

/** A reminder as a mail: bokmål first, English beneath; a project's name, a day, a count and where to look. */
final class ReminderMail {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private ReminderMail() {}

    /** The mail; its id is the reminder's, so that a server that gets it twice can tell. */
    static MimeMessage of(
            Session session, Outgoing outgoing, String from, List<String> to, Optional<String> pages, Instant now)
            throws MessagingException {
        String id = "<" + outgoing.id() + "@tillit.reminder>";
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(from, true));
        for (String address : to) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        }
        mail.setSubject(oneLine(say("nb", "subject." + outgoing.reminder().kind(), outgoing.reminder())), "UTF-8");
        mail.setText(text(outgoing.reminder(), pages), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static String text(Reminder reminder, Optional<String> pages) {
        String key = "text." + reminder.kind();
        String link = pages.map(address -> "\n" + address + "\n").orElse("");
        return say("nb", key, reminder) + "\n\n" + say("en", key, reminder) + "\n" + link;
    }

    private static String say(String language, String key, Reminder reminder) {
        var words = ResourceBundle.getBundle("no.tillit.reminder.mail", Locale.forLanguageTag(language));
        return new MessageFormat(words.getString(key), Locale.forLanguageTag(language))
                .format(new Object[] {reminder.projectName(), DAY.format(reminder.day()), reminder.records()});
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
