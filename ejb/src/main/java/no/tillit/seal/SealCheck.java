package no.tillit.seal;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.keys.SealCertificate;
import no.tillit.seal.SealFindings.State;
import no.tillit.seal.internal.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file is as it was sealed, told from the file alone: no network, no database. Whether the certificate is one to trust
 * is for whoever asks: they compare its fingerprint with the one the installation gave them.
 */
public final class SealCheck {
    private SealCheck() {}

    /** What the file says about its first seal. */
    public static SealFindings of(byte[] file) {
        try {
            var analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(file, "document.pdf"));
            analyzer.setPdfObjFactory(new PdfBoxNativeObjectFactory());
            analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
            List<AdvancedSignature> seals = analyzer.getSignatures();
            return seals.isEmpty()
                    ? SealFindings.without(State.UNSEALED)
                    : findings((PAdESSignature) seals.get(0), file.length);
        } catch (DSSException | IllegalInputException e) {
            return SealFindings.without(State.UNREADABLE);
        }
    }

    private static SealFindings findings(PAdESSignature seal, int length) {
        Optional<X509Certificate> certificate =
                Optional.ofNullable(seal.getSigningCertificateToken()).map(CertificateToken::getCertificate);
        Optional<TimestampToken> stamp =
                seal.getSignatureTimestamps().stream().filter(SealCheck::holds).findFirst();
        return new SealFindings(
                state(seal, length),
                certificate.orElse(null),
                certificate.map(Fingerprint::of).orElse(""),
                instant(seal.getSigningTime()),
                stamp.map(token -> instant(token.getGenerationTime())).orElse(null),
                stamp.map(SealCheck::authority).orElse(null));
    }

    private static State state(PAdESSignature seal, int length) {
        seal.checkSignatureIntegrity();
        if (!seal.getSignatureCryptographicVerification().isSignatureValid()
                || !seal.getPdfRevision().getByteRange().isValid()) {
            return State.CHANGED;
        }
        ByteRange range = seal.getPdfRevision().getByteRange();
        boolean whole =
                range.getFirstPartStart() == 0 && range.getSecondPartStart() + range.getSecondPartEnd() == length;
        return whole ? State.INTACT : State.ADDED_TO;
    }

    private static boolean holds(TimestampToken stamp) {
        return stamp.isMessageImprintDataFound()
                && stamp.isMessageImprintDataIntact()
                && stamp.getCertificates().stream().anyMatch(stamp::isSignedBy);
    }

    private static String authority(TimestampToken stamp) {
        return stamp.getCertificates().stream()
                .filter(stamp::isSignedBy)
                .map(token -> token.getCertificate().getSubjectX500Principal().getName())
                .findFirst()
                .orElse("");
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** SHA-256 of a certificate, 64 hex digits: what one compares. */
    public static String fingerprint(X509Certificate certificate) {
        return Fingerprint.of(certificate);
    }

    /**
     * The same of each certificate of a PEM text.
     *
     * @throws no.tillit.keys.SealCertificateRefused when it is no such text
     */
    public static Set<String> fingerprints(String pem) {
        return SealCertificate.read(pem).stream().map(Fingerprint::of).collect(Collectors.toSet());
    }
}
