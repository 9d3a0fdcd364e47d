package no.tillit.reminder.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.tillit.access.VisibleRows;
import no.tillit.kernel.Clock;
import no.tillit.reminder.internal.Reminders.Outgoing;
import org.jboss.logging.Logger;

/**
 * Each reminder goes out once. It is kept before it is sent, taken by one node for a while, and marked when the mail server has
 * it; while the server is away it waits, longer each time, and is never dropped.
 *
 * <p>Should the process die between the server's yes and our mark, it is sent again with the same message id.
 */
@ApplicationScoped
public class SendingReminders {
    private static final Logger LOG = Logger.getLogger(SendingReminders.class);
    private static final Duration ONE_TRY = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    @Inject
    private Reminders reminders;

    @Inject
    private MailServer server;

    @Inject
    private VisibleRows rows;

    @Inject
    private Clock clock;

    /** Keeps what is due soon; nothing while mail is off, so that switching it on brings no flood of what is past. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void gather() {
        rows.requireEverything();
        reminders.gather(clock.today(), clock.now());
    }

    /** Takes the next one that waits. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Outgoing> take() {
        rows.requireEverything();
        return reminders.take(clock.now(), clock.now().plus(ONE_TRY));
    }

    /** Hands it to the mail server, outside of any transaction; false when the server does not take it. */
    public boolean send(Outgoing outgoing) {
        List<String> to = new ArrayList<>(server.to());
        if (outgoing.mailbox() != null) {
            to.add(outgoing.mailbox());
        }
        try {
            Transport.send(ReminderMail.of(server.session(), outgoing, server.from(), to, server.pages(), clock.now()));
            return true;
        } catch (MessagingException e) {
            LOG.warnf(
                    "A reminder could not be sent (try %d) and is tried again: %s",
                    outgoing.attempts(), e.getClass().getSimpleName());
            return false;
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void sent(UUID id) {
        rows.requireEverything();
        reminders.sent(id, clock.now());
    }

    /** Waits a minute after the first try, twice as long after each, six hours at most. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void later(Outgoing outgoing) {
        rows.requireEverything();
        Duration wait = Duration.ofMinutes(1L << Math.min(10, outgoing.attempts() - 1));
        Instant next = clock.now().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        reminders.later(outgoing.id(), next);
    }
}
