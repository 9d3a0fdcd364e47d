package no.tillit.reminder.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import no.tillit.kernel.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The mail server, as the operator has configured it: {@code tillit.mail.host} switches mail on; {@code tillit.mail.from} and
 * {@code tillit.mail.to} (the privacy officers' shared mailbox) are needed then.
 */
@ApplicationScoped
public class MailServer {
    private static final String TIMEOUT = "10000";

    @Inject
    private Settings settings;

    @Resource(lookup = "java:jboss/mail/Tillit")
    private @Nullable Session session;

    /** Whether reminders go out at all. */
    public boolean isOn() {
        return settings.optional("tillit.mail.host").isPresent();
    }

    /** @throws IllegalStateException naming the setting when it is missing */
    public String from() {
        return settings.required("tillit.mail.from");
    }

    /** Where all reminders go; missing as in {@link #from}. */
    public List<String> to() {
        return List.of(settings.required("tillit.mail.to").split("\\s*,\\s*"));
    }

    /** Where the pages are, when that is said. */
    public Optional<String> pages() {
        return settings.optional("tillit.public.url");
    }

    /** The server's session, with an end to every wait. */
    public Session session() {
        Properties given =
                Objects.requireNonNull(session, "the server's mail session").getProperties();
        Properties properties = new Properties();
        given.stringPropertyNames().forEach(name -> properties.setProperty(name, given.getProperty(name)));
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail.smtp." + wait, TIMEOUT);
        }
        return Session.getInstance(properties);
    }
}
