package no.tillit.erasure.internal.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import no.tillit.access.Role;
import no.tillit.erasure.internal.ErasureRegister;
import no.tillit.erasure.internal.KeyBackups;
import no.tillit.erasure.internal.ProposingEndings;
import no.tillit.erasure.internal.RegisterUnusable;
import no.tillit.erasure.internal.RepeatingErasure;
import no.tillit.kernel.StartUp;
import org.jboss.ejb3.annotation.RunAsPrincipal;
import org.jboss.logging.Logger;

/**
 * At start-up nobody is served before the erasure register has been compared with the data: if that fails, the deployment
 * fails (O-23). From then on it sees to it that what is due is proposed and what is approved is carried out. Open to the container's timer
 * alone: it has no public method.
 */
@Startup
@Singleton
@PermitAll
@DependsOn("OpeningKeyStore")
@RunAs(Role.Names.SYSTEM)
@RunAsPrincipal(Role.Names.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class ErasureWatch {
    private static final Logger LOG = Logger.getLogger(ErasureWatch.class);

    private static final String UNCOMPARED = "the erasure register could not be compared with the data";

    @Inject
    private RepeatingErasure repeating;

    @Inject
    private ErasureRegister register;

    @Inject
    private StartingErasure starting;

    @Inject
    private ProposingEndings endings;

    @Inject
    private KeyBackups backups;

    @PostConstruct
    void compareRegisterWithData() {
        LOG.infof("Certificates of erasure count on backups of keys living %d days", backups.days());
        try {
            repeating.reconcileRegister();
            register.read(repeating::repeat);
        } catch (RegisterUnusable e) {
            StartUp.refused(UNCOMPARED + ": " + e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            LOG.error(UNCOMPARED, e);
            StartUp.interrupted(UNCOMPARED);
            throw e;
        }
    }

    /** Carries out what was approved here or left behind by a node that fell silent; on every node, once a job. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void startWaiting() {
        starting.startWaiting();
    }

    /** Once a night, shortly after the day has changed in Norway. */
    @Schedule(hour = "0", minute = "5", timezone = "Europe/Oslo", persistent = false)
    void proposeEndings() {
        endings.proposeAll();
    }
}
