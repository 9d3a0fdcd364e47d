package no.tillit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Settings;
import no.tillit.keys.SealCertificate;
import no.tillit.keys.SealKeys;
import no.tillit.keys.TimestampRefused;
import no.tillit.seal.internal.Pades;
import no.tillit.seal.internal.TimestampAuthority;
import org.jboss.logging.Logger;

/**
 * A PDF is sealed with the installation's certificate (PAdES baseline B; T with a time stamp where an authority is configured):
 * from then on, whoever has the file can tell whether a byte of it was changed (ETSI EN 319 142-1; RFC 3161).
 *
 * <p>The seal is added behind what is there, so a PDF/A stays one.
 */
@ApplicationScoped
public class Sealing {
    private static final Logger LOG = Logger.getLogger(Sealing.class);

    /** What the time stamp is worth. */
    public enum Timestamp {
        /** Without the configured authority's stamp nothing is sealed. */
        REQUIRED,
        /** When the configured authority does not answer, it is sealed without a stamp: what is signed now cannot wait. */
        WHEN_ANSWERED
    }

    private final SealKeys keys;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public Sealing(SealKeys keys, Settings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected Sealing() {
        this(null, null, null);
    }

    /**
     * Seals.
     *
     * @param pdf a whole document; not changed
     * @param reason why, in few words; stands in the seal
     * @throws SealUnavailable when the certificate is not valid now, or there is no time stamp and one is required
     */
    public SealedPdf seal(byte[] pdf, String reason, Timestamp wish) {
        Instant now = clock.now();
        SealCertificate certificate = keys.current();
        if (!certificate.isValidAt(now)) {
            throw SealUnavailable.expired();
        }
        var pades = new Pades(certificate, message -> keys.sign(certificate, message), reason, now);
        Optional<TimestampAuthority> authority =
                settings.optional("tillit.seal.tsa.url").map(url -> new TimestampAuthority(url, random));
        if (authority.isEmpty()) {
            return pades.seal(pdf, null);
        }
        try {
            return pades.seal(pdf, authority.get());
        } catch (TimestampRefused e) {
            if (wish == Timestamp.REQUIRED) {
                throw SealUnavailable.noTimestamp(e);
            }
            LOG.warnf("Sealed without a time stamp: %s", e.getMessage());
            return pades.seal(pdf, null);
        }
    }
}
