package no.tillit.audit;

import no.tillit.kernel.Refusal;

/** The log cannot be written, so nothing is done and nothing is shown: no access without an entry (O-24). */
public class AuditUnavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    public AuditUnavailable() {
        super(
                "audit-unavailable",
                "The log of who does what cannot be written right now, so nothing was done. Try again in a while.");
    }

    AuditUnavailable(Throwable cause) {
        this();
        initCause(cause);
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}
