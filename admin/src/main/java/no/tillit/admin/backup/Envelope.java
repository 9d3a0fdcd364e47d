package no.tillit.admin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import no.tillit.admin.AdminFailure;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OutputAEADEncryptor;

/**
 * A file that only the operators named can open: CMS AuthEnvelopedData (RFC 5083, 5084), AES-256-GCM under a key wrapped with
 * RSA-OAEP for each of them. {@code openssl cms -decrypt} opens it too. Made and read in constant memory.
 */
final class Envelope {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final AlgorithmIdentifier OAEP =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, new RSAESOAEPparams());

    private Envelope() {}

    /** Certificates of operators, in PEM, one or more to a file. */
    static List<X509Certificate> certificates(List<Path> files) {
        List<X509Certificate> all = new ArrayList<>();
        for (Path file : files) {
            try (Reader reader = Files.newBufferedReader(file);
                    PEMParser pem = new PEMParser(reader)) {
                for (Object found = pem.readObject(); found != null; found = pem.readObject()) {
                    if (found instanceof X509CertificateHolder holder) {
                        all.add(new JcaX509CertificateConverter().getCertificate(holder));
                    }
                }
            } catch (IOException | GeneralSecurityException e) {
                throw new AdminFailure("cannot read the certificate " + file, e);
            }
        }
        if (all.isEmpty()) {
            throw new AdminFailure("no certificate in PEM in " + files, null);
        }
        return all;
    }

    /** An operator's private key, in PEM without a passphrase: from a token or a pipe rather than from a disk. */
    static PrivateKey privateKey(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                PEMParser pem = new PEMParser(reader)) {
            var converter = new JcaPEMKeyConverter();
            Object found = pem.readObject();
            if (found instanceof PrivateKeyInfo info) {
                return converter.getPrivateKey(info);
            }
            if (found instanceof PEMKeyPair pair) {
                return converter.getKeyPair(pair).getPrivate();
            }
        } catch (IOException e) {
            throw new AdminFailure("cannot read the key " + file, e);
        }
        throw new AdminFailure("no private key in PEM in " + file, null);
    }

    /** What is written here can be read by each of them; it is whole once closed. */
    static OutputStream seal(OutputStream out, List<X509Certificate> operators) throws IOException {
        try {
            var generator = new CMSAuthEnvelopedDataStreamGenerator();
            for (X509Certificate operator : operators) {
                generator.addRecipientInfoGenerator(
                        new JceKeyTransRecipientInfoGenerator(operator, OAEP).setProvider(PROVIDER));
            }
            var cipher = new JceCMSContentEncryptorBuilder(NISTObjectIdentifiers.id_aes256_GCM)
                    .setProvider(PROVIDER)
                    .build();
            return generator.open(out, (OutputAEADEncryptor) cipher);
        } catch (CMSException | GeneralSecurityException e) {
            throw new AdminFailure("cannot encrypt to these operators: " + e.getMessage(), e);
        }
    }

    /**
     * What was sealed. It is authentic only when it has been read to its end: until then nothing may be kept of it. The last six
     * bytes of the file say nothing; they close what was opened.
     *
     * @throws AdminFailure when it is not for this key
     */
    static InputStream open(InputStream in, PrivateKey key) throws IOException {
        Exception last = null;
        try {
            var parser = new CMSAuthEnvelopedDataParser(in);
            for (RecipientInformation recipient : parser.getRecipientInfos()) {
                try {
                    return recipient
                            .getContentStream(new JceKeyTransAuthEnvelopedRecipient(key).setProvider(PROVIDER))
                            .getContentStream();
                } catch (CMSException | RuntimeException other) {
                    last = other;
                }
            }
        } catch (CMSException e) {
            last = e;
        }
        throw new AdminFailure("this file is not a backup, or it is not for this key", last);
    }
}
