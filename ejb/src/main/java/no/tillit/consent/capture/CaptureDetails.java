package no.tillit.consent.capture;

import java.time.Instant;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentId;
import org.jspecify.annotations.Nullable;

/**
 * How a consent was taken down.
 *
 * @param signature how it was signed on screen; null otherwise
 * @param present who was there besides the person; null when nobody was named
 * @param reason why somebody else filled in; null otherwise
 * @param recording which recording has it; null otherwise
 * @param sha256 of the sealed document, 64 hex digits; null without one
 * @param sealedAt when it was sealed; null without one
 * @param certificate SHA-256 of the certificate that sealed it; null without one
 * @param timestamped whether an authority vouches for the time
 */
public record CaptureDetails(
        ConsentId consent,
        CaptureMethod method,
        Signature.@Nullable Kind signature,
        @Nullable String present,
        @Nullable String reason,
        @Nullable String recording,
        @Nullable String sha256,
        @Nullable Instant sealedAt,
        @Nullable String certificate,
        boolean timestamped) {
    @Override
    public String toString() {
        return "CaptureDetails[" + consent.value() + "]";
    }
}
