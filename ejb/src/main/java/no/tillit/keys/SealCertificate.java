package no.tillit.keys;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import no.tillit.keys.internal.SealMaterial;

/**
 * The certificate that documents are sealed with from a moment on, and those above it.
 *
 * @param chain the certificate itself first
 * @param selfMade whether this installation made it, so that nobody else vouches for it
 */
public record SealCertificate(int version, List<X509Certificate> chain, boolean selfMade, Instant since) {
    public SealCertificate {
        chain = List.copyOf(chain);
    }

    /** The certificate itself. */
    public X509Certificate leaf() {
        return chain.get(0);
    }

    /** The moment after which nothing can be sealed with it. */
    public Instant expiresAt() {
        return leaf().getNotAfter().toInstant();
    }

    /** Whether something can be sealed with it at this moment. */
    public boolean isValidAt(Instant now) {
        return !now.isBefore(leaf().getNotBefore().toInstant()) && !now.isAfter(expiresAt());
    }

    /** The certificate and those above it in PEM, as others keep it to compare seals with. */
    public String pem() {
        return SealMaterial.pem(chain);
    }

    /**
     * The certificates of a PEM text.
     *
     * @throws SealCertificateRefused when it is no such text
     */
    public static List<X509Certificate> read(String pem) {
        return SealMaterial.certificates(pem);
    }
}
