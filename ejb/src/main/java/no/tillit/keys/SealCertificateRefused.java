package no.tillit.keys;

/** A file does not hold a certificate that documents can be sealed with; says why. */
public class SealCertificateRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealCertificateRefused(String why) {
        super(why);
    }

    public SealCertificateRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
