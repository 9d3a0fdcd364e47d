package no.tillit.keys.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.keys.SealCertificateRefused;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A private key and the certificates for it: made here (ECDSA on P-256, vouched for by nobody), or brought by the operator.
 *
 * @param chain the certificate itself first
 */
public record SealMaterial(PrivateKey key, List<X509Certificate> chain) {
    private static final Duration LIFE = Duration.ofDays(3 * 365);
    private static final int SHORTEST_RSA = 2048;

    public SealMaterial {
        chain = List.copyOf(chain);
    }

    /** A new key and a certificate that it signed itself, from an hour ago for three years. */
    public static SealMaterial selfMade(UUID installation, Instant now, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            var name = new X500NameBuilder()
                    .addRDN(BCStyle.O, "Tillit")
                    .addRDN(BCStyle.CN, "Tillit " + installation)
                    .build();
            X509CertificateHolder made = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(127, random).add(BigInteger.ONE),
                            Date.from(now.minus(Duration.ofHours(1))),
                            Date.from(now.plus(LIFE)),
                            name,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            return new SealMaterial(pair.getPrivate(), certificates(pem(made.getEncoded())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java makes no ECDSA certificate", e);
        }
    }

    /** @throws SealCertificateRefused when the file has not exactly one key with its certificate, fit for sealing now */
    public static SealMaterial fromPkcs12(InputStream file, char[] password, Instant now) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            List<String> keys = Collections.list(store.aliases()).stream()
                    .filter(alias -> isKey(store, alias))
                    .toList();
            if (keys.size() != 1) {
                throw new SealCertificateRefused("The file has " + keys.size() + " private keys; it must have one.");
            }
            Key key = store.getKey(keys.get(0), password);
            List<X509Certificate> chain = List.of(store.getCertificateChain(keys.get(0))).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            var material = new SealMaterial((PrivateKey) key, chain);
            material.requireFit(now);
            return material;
        } catch (IOException | GeneralSecurityException e) {
            throw new SealCertificateRefused("The file is not a PKCS#12 file, or this is not its password.", e);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key store that was just read", e);
        }
    }

    private void requireFit(Instant now) throws GeneralSecurityException {
        X509Certificate leaf = chain.get(0);
        if (now.isBefore(leaf.getNotBefore().toInstant())
                || now.isAfter(leaf.getNotAfter().toInstant())) {
            throw new SealCertificateRefused("The certificate is valid from "
                    + leaf.getNotBefore().toInstant() + " to "
                    + leaf.getNotAfter().toInstant() + ", not now.");
        }
        boolean[] usage = leaf.getKeyUsage();
        if (usage != null && !usage[0] && !usage[1]) {
            throw new SealCertificateRefused("The certificate is not for signing.");
        }
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            throw new SealCertificateRefused("The key is shorter than " + SHORTEST_RSA + " bits.");
        }
        byte[] probe = {1};
        Signature verifier = Signature.getInstance(algorithm(leaf));
        verifier.initVerify(leaf);
        verifier.update(probe);
        if (!verifier.verify(sign(probe))) {
            throw new SealCertificateRefused("The private key is not the certificate's.");
        }
    }

    /** The signature over a message, by the certificate's kind of key with SHA-256. */
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance(algorithm(chain.get(0)));
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java does not sign with this key", e);
        }
    }

    /** The certificates one after another in PEM. */
    public String pem() {
        return pem(chain);
    }

    /** Certificates one after another in PEM. */
    public static String pem(List<X509Certificate> chain) {
        return chain.stream()
                .map(certificate -> {
                    try {
                        return pem(certificate.getEncoded());
                    } catch (CertificateException e) {
                        throw new IllegalStateException("A certificate that was just read", e);
                    }
                })
                .collect(Collectors.joining());
    }

    /** The certificates of a PEM text, in its order. */
    public static List<X509Certificate> certificates(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new SealCertificateRefused("This is no certificate in PEM.", e);
        }
    }

    /** One certificate in PEM, as {@link Certificate#getEncoded} gives it. */
    static String pem(byte[] encoded) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static String algorithm(X509Certificate certificate) {
        String kind = certificate.getPublicKey().getAlgorithm();
        return switch (kind) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default ->
                throw new SealCertificateRefused("Documents are sealed with an EC or RSA key, not " + kind + ".");
        };
    }

    @Override
    public String toString() {
        return "SealMaterial[redacted]";
    }
}
