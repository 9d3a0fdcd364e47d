package no.tillit.erasure;

import java.time.Instant;

/**
 * The certificate of a completed job.
 *
 * @param pdf the document
 * @param sha256 of the document, 64 hex digits
 */
public record StoredCertificate(DeletionJobId job, Instant issuedAt, byte[] pdf, String sha256) {
    public StoredCertificate {
        pdf = pdf.clone();
    }

    /** A copy of the document. */
    @Override
    public byte[] pdf() {
        return pdf.clone();
    }
}
