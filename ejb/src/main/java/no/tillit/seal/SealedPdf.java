package no.tillit.seal;

import java.time.Instant;

/**
 * A file that says of itself whether it was changed.
 *
 * @param pdf the document with its seal
 * @param at when it was sealed, as this installation says
 * @param certificate SHA-256 of the certificate, 64 hex digits
 * @param timestamped whether an authority vouches for the time (RFC 3161)
 */
public record SealedPdf(byte[] pdf, Instant at, String certificate, boolean timestamped) {
    public SealedPdf {
        pdf = pdf.clone();
    }

    /** A copy of the document. */
    @Override
    public byte[] pdf() {
        return pdf.clone();
    }
}
