package no.tillit.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import no.tillit.access.Role;
import no.tillit.kernel.Clock;
import no.tillit.keys.SealCertificate;
import no.tillit.keys.SealKeys;
import no.tillit.seal.SealCheck;

/** Whoever oversees the installation knows what documents are sealed with, and in time when that ends. */
@Stateless
@RolesAllowed({Role.Names.AUDITOR, Role.Names.PRIVACY_OFFICER, Role.Names.OPERATOR})
public class ReadingSeal {
    private static final Duration SOON = Duration.ofDays(60);

    @Inject
    private SealKeys keys;

    @Inject
    private Clock clock;

    /** The certificate in use; made first when there is none. */
    public SealOutlook outlook() {
        SealCertificate certificate = keys.current();
        return new SealOutlook(
                certificate.leaf().getSubjectX500Principal().getName(),
                certificate.selfMade(),
                certificate.expiresAt(),
                !certificate.selfMade() && !certificate.isValidAt(clock.now().plus(SOON)),
                SealCheck.fingerprint(certificate.leaf()),
                certificate.pem());
    }
}
