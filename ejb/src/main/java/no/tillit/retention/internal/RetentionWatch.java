package no.tillit.retention.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import no.tillit.access.Role;
import no.tillit.kernel.ProjectId;
import org.jboss.ejb3.annotation.RunAsPrincipal;
import org.jboss.logging.Logger;

/**
 * Every minute, on every node: disposal dates follow what has changed. Lists do not wait for it, since they settle what they
 * show. Open to the container's timer alone: it has no public method.
 */
@Singleton
@PermitAll
@RunAs(Role.Names.SYSTEM)
@RunAsPrincipal(Role.Names.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionWatch {
    private static final Logger LOG = Logger.getLogger(RetentionWatch.class);

    @Inject
    private SettlingDisposals settling;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void settle() {
        for (ProjectId project : settling.unsettled()) {
            try {
                settling.settle(project);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The disposal dates of project %s could not be brought up to date", project.value());
            }
        }
    }
}
