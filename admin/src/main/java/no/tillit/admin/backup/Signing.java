package no.tillit.admin.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import no.tillit.admin.AdminFailure;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Signs a backup while it is written: CMS SignedData without the content (RFC 5652), in a file beside it. Who may open a backup is
 * public, so that it opens says nothing about who made it; this does. {@code openssl cms -verify} checks it too.
 */
final class Signing {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final X509Certificate certificate;
    private final PrivateKey key;

    private Signing(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * The key (RSA or elliptic curve) of whoever makes backups, and its certificate, which those who check them have.
     *
     * @throws AdminFailure when they cannot be read, or do not belong together
     */
    static Signing with(Path key, Path certificate) {
        List<X509Certificate> found = Envelope.certificates(List.of(certificate));
        var signing = new Signing(found.get(0), Envelope.privateKey(key));
        signing.tryOut();
        return signing;
    }

    /** What is written to it goes on to the file, and is part of what is signed. */
    Signed over(OutputStream file) throws IOException {
        var signature = new ByteArrayOutputStream();
        try {
            String scheme = key.getAlgorithm().equals("RSA") ? "SHA512withRSAandMGF1" : "SHA512withECDSA";
            var generator = new CMSSignedDataStreamGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setProvider(PROVIDER)
                    .build(scheme, key, certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return new Signed(file, generator.open(signature, false), signature);
        } catch (OperatorCreationException | CMSException | CertificateEncodingException e) {
            throw new AdminFailure("cannot sign with this key: " + e.getMessage(), e);
        }
    }

    private void tryOut() {
        try {
            Signed nothing = over(OutputStream.nullOutputStream());
            nothing.write(1);
            byte[] signature = nothing.signature();
            Signature.check(new byte[] {1}, signature, certificate);
        } catch (IOException e) {
            throw new AdminFailure("the signing key does not belong to the certificate", e);
        }
    }

    /** A file on its way, and the signature that grows with it. */
    static final class Signed extends OutputStream {
        private final OutputStream file;
        private final OutputStream digesting;
        private final ByteArrayOutputStream signature;

        private Signed(OutputStream file, OutputStream digesting, ByteArrayOutputStream signature) {
            this.file = file;
            this.digesting = digesting;
            this.signature = signature;
        }

        @Override
        public void write(int b) throws IOException {
            file.write(b);
            digesting.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
            digesting.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            file.flush();
        }

        /** The signature over all that was written; nothing more is. */
        byte[] signature() throws IOException {
            digesting.close();
            return signature.toByteArray();
        }
    }
}
