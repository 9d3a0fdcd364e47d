package no.tillit.admin.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import no.tillit.admin.AdminFailure;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Who made a backup, as its signature says. Certificates are pinned, not chained: one of those named has signed, or nobody has.
 *
 * @param signer the certificate's subject and its SHA-256; null when it was said that nobody need have signed
 * @param sha512 of the file that was checked: whatever is read of it later is the same
 */
record Signature(@Nullable String signer, byte[] sha512) {
    /** Ends the name of the file beside the backup. */
    static final String ENDING = ".p7s";

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    static Path beside(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ENDING);
    }

    /** The file as it is, whoever made it. */
    static Signature unasked(Path backup) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(backup), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Signature(null, digest.digest());
    }

    /**
     * The file as one of these has signed it.
     *
     * @throws AdminFailure when there is no signature, it is not over this file, or another's
     */
    static Signature of(Path backup, List<X509Certificate> trusted) throws IOException {
        Path file = beside(backup);
        if (!Files.isRegularFile(file)) {
            throw new AdminFailure(
                    backup + " is not signed: " + file.getFileName()
                            + " is missing. Anybody with a certificate of an operator can make such a file",
                    null);
        }
        byte[] signature = Files.readAllBytes(file);
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(backup), digest)) {
            // Reads to the end, and closes.
            X509Certificate signer = signer(in, signature, trusted);
            if (signer == null) {
                throw new AdminFailure(backup + " was changed after it was signed, or somebody else signed it", null);
            }
            return new Signature(name(signer), digest.digest());
        }
    }

    /** @throws IOException when this is not the certificate's signature over the content */
    static void check(byte[] content, byte[] signature, X509Certificate certificate) throws IOException {
        if (signer(new ByteArrayInputStream(content), signature, List.of(certificate)) == null) {
            throw new IOException("Signed by another key");
        }
    }

    private static @Nullable X509Certificate signer(
            InputStream content, byte[] signature, List<X509Certificate> trusted) throws IOException {
        CMSSignedDataParser parser = parser(content, signature);
        if (parser == null) {
            return null;
        }
        parser.getSignedContent().drain();
        try {
            for (SignerInformation each : parser.getSignerInfos()) {
                for (X509Certificate certificate : trusted) {
                    if (each.getSID().match(new JcaX509CertificateHolder(certificate))
                            && each.verify(new JcaSimpleSignerInfoVerifierBuilder()
                                    .setProvider(PROVIDER)
                                    .build(certificate.getPublicKey()))) {
                        return certificate;
                    }
                }
            }
            return null;
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            return null;
        }
    }

    /** Null when the signature is not one at all. */
    private static @Nullable CMSSignedDataParser parser(InputStream content, byte[] signature) {
        try {
            return new CMSSignedDataParser(
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build(),
                    new CMSTypedStream(content),
                    signature);
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return null;
        }
    }

    private static String name(X509Certificate certificate) {
        try {
            return certificate.getSubjectX500Principal().getName() + ", SHA-256 "
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new AdminFailure("cannot read the certificate", e);
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (GeneralSecurityException e) {
            throw new AdminFailure("this Java has no SHA-512", e);
        }
    }

    @Override
    public String toString() {
        return signer == null ? "signed by nobody we asked for" : "signed by " + signer;
    }
}
