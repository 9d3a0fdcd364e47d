package no.tillit.consent.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import no.tillit.access.Role;
import no.tillit.kernel.ParticipantId;
import org.jboss.ejb3.annotation.RunAsPrincipal;
import org.jboss.logging.Logger;

/**
 * Once a night, on every node: what has run out is closed and its deletion proposed, what will run out is told. The gate does
 * not wait for it. Open to the container's timer alone: it has no public method.
 */
@Singleton
@PermitAll
@RunAs(Role.Names.SYSTEM)
@RunAsPrincipal(Role.Names.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class ExpiryWatch {
    private static final Logger LOG = Logger.getLogger(ExpiryWatch.class);

    @Inject
    private EndingRunOut ending;

    @Schedule(hour = "0", minute = "15", timezone = "Europe/Oslo", persistent = false)
    void endAndWarn() {
        ending.toEnd().forEach(id -> alone(id, ending::end));
        ending.toWarn().forEach(id -> alone(id, ending::warn));
    }

    /** One that fails does not hide the others. */
    private static void alone(UUID id, Consumer<ParticipantId> work) {
        try {
            work.accept(new ParticipantId(id));
        } catch (RuntimeException e) {
            LOG.errorf(e, "What ran out for participant %s could not be told", id);
        }
    }
}
