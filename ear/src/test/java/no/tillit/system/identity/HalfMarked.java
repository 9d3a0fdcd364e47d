package no.tillit.system.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** One method says who may call it, the other was forgotten. */
@Stateless
public class HalfMarked {

    @RolesAllowed("researcher")
    public String marked() {
        return "marked";
    }

    public String forgotten() {
        return "forgotten";
    }
}
