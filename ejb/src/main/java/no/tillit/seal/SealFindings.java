package no.tillit.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about its seal.
 *
 * @param state whether the file is as it was sealed
 * @param certificate whose seal it is; null when that cannot be read
 * @param fingerprint SHA-256 of the certificate, 64 hex digits; empty when that cannot be read
 * @param sealedAt when it was sealed, as the sealer says; null when it does not
 * @param stampedAt when an authority saw the seal; null without a time stamp that holds
 * @param stampedBy the authority by name; null without
 */
public record SealFindings(
        State state,
        @Nullable X509Certificate certificate,
        String fingerprint,
        @Nullable Instant sealedAt,
        @Nullable Instant stampedAt,
        @Nullable String stampedBy) {
    /** Whether the file is as it was sealed. */
    public enum State {
        /** As it was sealed, to the last byte. */
        INTACT,
        /** A byte under the seal, or the seal itself, was changed. */
        CHANGED,
        /** The seal holds, but something was added behind it. */
        ADDED_TO,
        /** There is no seal in it. */
        UNSEALED,
        /** It is no PDF, or cannot be read. */
        UNREADABLE
    }

    /** Whether the seal's time stamp was made while the certificate was valid; the sealer's word when there is no stamp. */
    public boolean sealedWhileValid() {
        Instant when = stampedAt == null ? sealedAt : stampedAt;
        return certificate != null
                && when != null
                && !when.isBefore(certificate.getNotBefore().toInstant())
                && !when.isAfter(certificate.getNotAfter().toInstant());
    }

    static SealFindings without(State state) {
        return new SealFindings(state, null, "", null, null, null);
    }
}
