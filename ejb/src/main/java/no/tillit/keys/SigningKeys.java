package no.tillit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.tillit.kernel.Clock;
import no.tillit.keys.internal.InstallationKeyTable;
import no.tillit.keys.internal.InstallationSecrets;
import no.tillit.keys.internal.RootKeys;
import no.tillit.keys.internal.Secret;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The installation signs with keys of its own, one for each use: Ed25519 (RFC 8032), made when first asked for, its seed
 * wrapped under the root key. The same key for ever: who has the public key can check every signature.
 *
 * <p>The seed is unwrapped for the length of one signature. Making a key commits at once, whatever the caller's
 * transaction does.
 */
@ApplicationScoped
public class SigningKeys {
    private final InstallationSecrets secrets;

    @Inject
    public SigningKeys(RootKeys roots, InstallationKeyTable table, Clock clock) {
        this.secrets = new InstallationSecrets(roots, table, clock);
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected SigningKeys() {
        this(null, null, null);
    }

    /**
     * The 32 bytes of the public key.
     *
     * @param name what the key is for
     * @throws Tampered when the row does not hold the key it was made with
     */
    public byte[] publicKey(String name) {
        try (Secret seed = open(name)) {
            return new Ed25519PrivateKeyParameters(seed.live())
                    .generatePublicKey()
                    .getEncoded();
        }
    }

    /**
     * The 64 bytes of the signature over a message; the same for the same message.
     *
     * @throws Tampered as in {@link #publicKey}
     */
    public byte[] sign(String name, byte[] message) {
        try (Secret seed = open(name)) {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, new Ed25519PrivateKeyParameters(seed.live()));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        }
    }

    private Secret open(String name) {
        return secrets.open(name);
    }
}
