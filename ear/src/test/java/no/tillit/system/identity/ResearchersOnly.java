package no.tillit.system.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** A bean without a security domain of its own, as all of ours are. */
@Stateless
@RolesAllowed("researcher")
public class ResearchersOnly {

    @Resource
    @SuppressWarnings("NullAway.Init")
    private SessionContext context;

    /** The caller and what the container says of their roles. */
    public String whoAmI() {
        return context.getCallerPrincipal().getName() + " researcher=" + context.isCallerInRole("researcher")
                + " auditor=" + context.isCallerInRole("auditor");
    }
}
