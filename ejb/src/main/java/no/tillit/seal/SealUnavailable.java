package no.tillit.seal;

import no.tillit.kernel.Refusal;

/** Nothing can be sealed now: the certificate has expired, or the time stamping authority does not answer. */
public class SealUnavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    private SealUnavailable(String code, String message) {
        super(code, message);
    }

    static SealUnavailable expired() {
        return new SealUnavailable(
                "seal-expired",
                "The certificate that documents are sealed with is not valid. The operator has to bring one.");
    }

    static SealUnavailable noTimestamp(Throwable cause) {
        var refusal = new SealUnavailable(
                "timestamp-unavailable",
                "The time stamping authority does not answer, so nothing is sealed. Try again.");
        refusal.initCause(cause);
        return refusal;
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}
