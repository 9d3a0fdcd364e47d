package no.tillit.seal.internal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import no.tillit.keys.SealCertificate;
import no.tillit.seal.SealedPdf;
import org.jspecify.annotations.Nullable;

/** One seal on its way into a PDF. */
public final class Pades {
    private static final int ROOM = 24 * 1024;

    private final SealCertificate certificate;
    private final UnaryOperator<byte[]> signing;
    private final String reason;
    private final Instant at;

    /** @param signing makes the signature over a message */
    public Pades(SealCertificate certificate, UnaryOperator<byte[]> signing, String reason, Instant at) {
        this.certificate = certificate;
        this.signing = signing;
        this.reason = reason;
        this.at = at;
    }

    /**
     * The sealed document.
     *
     * @param authority who stamps the time; null for nobody
     * @throws no.tillit.keys.TimestampRefused when the authority gives no stamp that holds
     */
    public SealedPdf seal(byte[] pdf, @Nullable TimestampAuthority authority) {
        var service = new PAdESService(offline());
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        if (authority != null) {
            service.setTspSource(
                    (algorithm, digest) -> new TimestampBinary(authority.stamp(algorithm.getOid(), digest)));
        }
        PAdESSignatureParameters parameters = parameters(authority != null);
        DSSDocument document = new InMemoryDocument(pdf, "document.pdf");
        ToBeSigned message = service.getDataToSign(document, parameters);
        var value = new SignatureValue(parameters.getSignatureAlgorithm(), signing.apply(message.getBytes()));
        DSSDocument sealed = service.signDocument(document, parameters, value);
        return new SealedPdf(bytes(sealed), at, Fingerprint.of(certificate.leaf()), authority != null);
    }

    private PAdESSignatureParameters parameters(boolean stamped) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(stamped ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        List<CertificateToken> chain =
                certificate.chain().stream().map(CertificateToken::new).toList();
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setReason(reason);
        parameters.setContentSize(ROOM);
        parameters.setAppName("Tillit");
        return parameters;
    }

    /** Nothing is fetched, and whether the certificate is valid was asked by our own clock. */
    private static CommonCertificateVerifier offline() {
        var verifier = new CommonCertificateVerifier(true);
        verifier.setAlertOnExpiredCertificate(null);
        verifier.setAlertOnNotYetValidCertificate(null);
        return verifier;
    }

    private static byte[] bytes(DSSDocument document) {
        try (var out = new ByteArrayOutputStream()) {
            document.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
    }
}
