package no.tillit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.tillit.kernel.Clock;
import no.tillit.keys.internal.Envelope;
import no.tillit.keys.internal.InstallationKeyTable;
import no.tillit.keys.internal.InstallationSecrets;
import no.tillit.keys.internal.RootKeys;
import no.tillit.keys.internal.SealCertificateTable;
import no.tillit.keys.internal.SealMaterial;
import no.tillit.keys.internal.Secret;

/**
 * The installation seals documents with a certificate of its own. Until the operator brings one that others vouch for, it makes
 * one by itself, and a new one a month before that ends.
 *
 * <p>The private key lies encrypted under a key of the installation, which lies under the root key; it is in memory for the
 * length of one signature.
 */
@ApplicationScoped
public class SealKeys {
    private static final String USE = "document seal";
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final int ATTEMPTS = 5;

    private final SealCertificateTable table;
    private final InstallationSecrets secrets;
    private final Installation installation;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Envelope envelope = new Envelope(random);

    @Inject
    public SealKeys(
            RootKeys roots,
            InstallationKeyTable keys,
            SealCertificateTable table,
            Installation installation,
            Clock clock) {
        this.table = table;
        this.secrets = new InstallationSecrets(roots, keys, clock);
        this.installation = installation;
        this.clock = clock;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected SealKeys() {
        this(null, null, null, null, null);
    }

    /** The certificate in use; made first if there is none, or the one made here ends soon. */
    public SealCertificate current() {
        Optional<SealCertificateTable.Row> newest = table.newest();
        if (newest.isEmpty() || givesWay(newest.get())) {
            Instant now = clock.now();
            add(SealMaterial.selfMade(installation.id(), now, random), true);
        }
        return certificate(table.newest().orElseThrow(KeyAbsent::new));
    }

    /** The certificate in use, if there is one; makes none. */
    public Optional<SealCertificate> inUse() {
        return table.newest().map(SealKeys::certificate);
    }

    /**
     * The signature over a message with the private key of this certificate.
     *
     * @throws Tampered when the row does not hold the key it was made with
     */
    public byte[] sign(SealCertificate certificate, byte[] message) {
        var row = table.find(certificate.version()).orElseThrow(KeyAbsent::new);
        return new SealMaterial(open(row, certificate), certificate.chain()).sign(message);
    }

    /**
     * Seals with the certificate of a PKCS#12 file from now on.
     *
     * @throws SealCertificateRefused when it is not fit for that
     */
    public SealCertificate adopt(InputStream pkcs12, char[] password) {
        add(SealMaterial.fromPkcs12(pkcs12, password, clock.now()), false);
        return certificate(table.newest().orElseThrow(KeyAbsent::new));
    }

    private boolean givesWay(SealCertificateTable.Row row) {
        Instant now = clock.now();
        return row.selfMade()
                && !(certificate(row).isValidAt(now) && certificate(row).isValidAt(now.plus(RENEWED_BEFORE)));
    }

    /** A certificate made here gives way to any other that came first; one that was brought does not. */
    private void add(SealMaterial material, boolean selfMade) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int version = table.newest().map(SealCertificateTable.Row::version).orElse(0) + 1;
            byte[] sealed = seal(material, version);
            boolean added = table.addUnlessThere(
                    new SealCertificateTable.Row(version, material.pem(), sealed, selfMade, clock.now()));
            if (added || selfMade) {
                return;
            }
        }
        throw new IllegalStateException("Other certificates are brought at the same time");
    }

    private byte[] seal(SealMaterial material, int version) {
        byte[] plain = material.key().getEncoded();
        try (Secret secret = secrets.open(USE);
                Secret key = secret.derive(USE)) {
            return envelope.seal(key, plain, place(version, material.pem()));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private PrivateKey open(SealCertificateTable.Row row, SealCertificate certificate) {
        try (Secret secret = secrets.open(USE);
                Secret key = secret.derive(USE)) {
            byte[] plain = envelope.open(key, row.privateKey(), place(row.version(), row.certificates()));
            try {
                return KeyFactory.getInstance(certificate.leaf().getPublicKey().getAlgorithm())
                        .generatePrivate(new PKCS8EncodedKeySpec(plain));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A private key that was encoded here", e);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        }
    }

    private static AssociatedData place(int version, String certificates) {
        return AssociatedData.of("tillit seal key").and(version).and(certificates);
    }

    private static SealCertificate certificate(SealCertificateTable.Row row) {
        return new SealCertificate(
                row.version(),
                List.copyOf(SealMaterial.certificates(row.certificates())),
                row.selfMade(),
                row.madeAt());
    }
}
