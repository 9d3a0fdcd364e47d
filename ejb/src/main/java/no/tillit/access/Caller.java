package no.tillit.access;

import java.util.Set;

/** Who is asking: the user name and roles that Keycloak has vouched for. */
public record Caller(String username, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }
}
