package no.tillit.erasure;

import no.tillit.kernel.Conflict;

/** There is no certificate before everything is gone and has been looked for again. */
public class CertificateNotIssued extends Conflict {
    private static final long serialVersionUID = 1L;

    public CertificateNotIssued() {
        super("certificate-not-issued", "This deletion is not completed, so there is no certificate of it.");
    }
}
