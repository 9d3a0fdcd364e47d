package no.tillit.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.EnumSet;
import java.util.Set;

/** Who is calling, as the container knows it. Open to everyone, since it tells a caller only about themselves. */
@Stateless
@PermitAll
public class Callers {
    @Resource
    private SessionContext context;

    /** The caller of the current request or job. */
    public Caller current() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (context.isCallerInRole(role.keycloakName())) {
                roles.add(role);
            }
        }
        return new Caller(context.getCallerPrincipal().getName(), roles);
    }
}
