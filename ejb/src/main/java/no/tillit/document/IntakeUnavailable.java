package no.tillit.document;

import no.tillit.kernel.Refusal;

/** The process that looks into files does not answer, so nothing can be received now; nothing has been stored. */
public class IntakeUnavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    public IntakeUnavailable() {
        super("intake-unavailable", "Files cannot be checked at the moment, so none is received. Try again shortly.");
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}
