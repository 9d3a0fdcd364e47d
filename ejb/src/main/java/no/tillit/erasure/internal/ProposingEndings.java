package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.tillit.kernel.ProjectId;
import org.jboss.logging.Logger;

/** Proposes what a schedule made due, and every ended project, each by itself: one that fails does not hide the others. */
@ApplicationScoped
public class ProposingEndings {
    private static final Logger LOG = Logger.getLogger(ProposingEndings.class);

    @Inject
    private SystemProposals proposals;

    /** Does nothing while the clock is in doubt: what a wrong day makes due is not. */
    public void proposeAll() {
        if (!proposals.isDayCertain()) {
            return;
        }
        for (ProjectId project : proposals.dueBySchedule()) {
            try {
                proposals.proposeDue(project);
            } catch (RuntimeException e) {
                LOG.errorf(e, "What a schedule made due in project %s could not be proposed", project.value());
            }
        }
        for (ProjectId project : proposals.ended()) {
            try {
                proposals.proposeEnd(project);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The deletion of the ended project %s could not be proposed", project.value());
            }
        }
    }
}
