package no.tillit.keys;

import jakarta.ejb.ApplicationException;

/**
 * Stored bytes are not what was written there: changed, cut, swapped with others, or moved. Never swallowed; whoever
 * catches it has an incident, not a missing record.
 */
@ApplicationException(rollback = true, inherited = true)
public class Tampered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Tampered(String what) {
        super(what);
    }

    public Tampered(String what, Throwable cause) {
        super(what, cause);
    }
}
