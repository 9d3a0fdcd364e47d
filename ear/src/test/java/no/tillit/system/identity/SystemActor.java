package no.tillit.system.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import org.jboss.ejb3.annotation.RunAsPrincipal;

/** Calls on as the named system actor, since a job has no caller of its own. */
@Stateless
@PermitAll
@RunAs("system")
@RunAsPrincipal("system")
public class SystemActor {

    @EJB
    @SuppressWarnings("NullAway.Init")
    private SystemOnly systemOnly;

    public String act() {
        return systemOnly.whoAmI();
    }
}
