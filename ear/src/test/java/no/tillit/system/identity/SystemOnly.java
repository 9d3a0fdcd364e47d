package no.tillit.system.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Open to the system actor and to nobody who logs in. */
@Stateless
@RolesAllowed("system")
public class SystemOnly {

    @Resource
    @SuppressWarnings("NullAway.Init")
    private SessionContext context;

    public String whoAmI() {
        return context.getCallerPrincipal().getName() + " system=" + context.isCallerInRole("system");
    }
}
