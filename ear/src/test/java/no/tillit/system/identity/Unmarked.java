package no.tillit.system.identity;

import jakarta.ejb.Stateless;

/** Says nowhere who may call it. */
@Stateless
public class Unmarked {

    public String forgotten() {
        return "forgotten";
    }
}
