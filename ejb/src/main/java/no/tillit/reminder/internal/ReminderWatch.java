package no.tillit.reminder.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import no.tillit.access.Role;
import no.tillit.reminder.internal.Reminders.Outgoing;
import org.jboss.ejb3.annotation.RunAsPrincipal;
import org.jboss.logging.Logger;

/**
 * Every ten minutes, on every node: keeps what is due soon, and sends what waits. Says at the start whether mail is on. Open to
 * the container's timer alone: it has no public method.
 */
@Startup
@Singleton
@PermitAll
@RunAs(Role.Names.SYSTEM)
@RunAsPrincipal(Role.Names.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class ReminderWatch {
    private static final Logger LOG = Logger.getLogger(ReminderWatch.class);
    private static final int MOST_AT_ONCE = 100;

    @Inject
    private SendingReminders sending;

    @Inject
    private MailServer server;

    @PostConstruct
    void say() {
        if (server.isOn()) {
            server.from();
            server.to();
            LOG.info("Reminders go out by mail");
        } else {
            LOG.info("Reminders stand on the start page only: tillit.mail.host is not set");
        }
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void remind() {
        if (!server.isOn()) {
            return;
        }
        sending.gather();
        Outgoing next = sending.take().orElse(null);
        for (int i = 0; next != null && i < MOST_AT_ONCE; i++) {
            if (sending.send(next)) {
                sending.sent(next.id());
            } else {
                sending.later(next);
            }
            next = sending.take().orElse(null);
        }
    }
}
