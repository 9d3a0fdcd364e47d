package no.tillit.reminder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Callers;
import no.tillit.access.Membership;
import no.tillit.access.Memberships;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.reminder.internal.MailServer;
import no.tillit.reminder.internal.Reminders;

/** What is due soon in the projects somebody watches over, as it stands now; the earliest first. */
@Stateless
@RolesAllowed({Role.Names.PRIVACY_OFFICER, Role.Names.PROJECT_LEAD})
public class ReadingReminders {
    @Inject
    private Access access;

    @Inject
    private Callers callers;

    @Inject
    private Memberships memberships;

    @Inject
    private Reminders reminders;

    @Inject
    private MailServer server;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * At most {@code limit} of them. Empty for those who may read no project's retention.
     *
     * @param limit 1 to 50
     */
    public List<Reminder> soon(int limit, Purpose purpose) {
        if (access.mayEverywhere(Action.READ_RETENTION)) {
            audit.record(access.require(Action.READ_RETENTION, purpose).entry());
            return reminders.soon(clock.today(), limit);
        }
        List<ProjectId> own = memberships.of(callers.current().username()).stream()
                .map(Membership::project)
                .filter(p -> access.ownPurpose(Action.READ_RETENTION, p).isPresent())
                .toList();
        own.forEach(p ->
                audit.record(access.require(Action.READ_RETENTION, p, purpose).entry()));
        return own.isEmpty() ? List.of() : reminders.soon(clock.today(), limit);
    }

    /** Whether reminders go out by mail too. */
    public boolean isMailed() {
        return server.isOn();
    }
}
