package no.tillit.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;

/** A question to a time stamping authority, and the answer to it that counts (RFC 3161). */
public final class TimestampQuery {
    private static final int NONCE_BITS = 64;

    private final TimeStampRequest request;

    private TimestampQuery(TimeStampRequest request) {
        this.request = request;
    }

    /** @param algorithm the object identifier of the digest's algorithm */
    public static TimestampQuery over(String algorithm, byte[] digest, SecureRandom random) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return new TimestampQuery(
                generator.generate(new ASN1ObjectIdentifier(algorithm), digest, new BigInteger(NONCE_BITS, random)));
    }

    /** The bytes to send, {@code application/timestamp-query}. */
    public byte[] encoded() {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("A question that was just made", e);
        }
    }

    /**
     * The time stamp token of an answer.
     *
     * @throws TimestampRefused when the authority refuses, answers another question, or did not sign what it says
     */
    public byte[] token(byte[] answer) {
        try {
            var response = new TimeStampResponse(answer);
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new TimestampRefused("The time stamping authority refuses: " + response.getStatusString());
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer(token)));
            return token.getEncoded();
        } catch (TSPException | IOException | CertificateException | OperatorCreationException e) {
            throw new TimestampRefused("The time stamping authority's answer does not hold: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static X509Certificate signer(TimeStampToken token) throws CertificateException {
        return token.getCertificates().getMatches((Selector<X509CertificateHolder>) token.getSID()).stream()
                .findFirst()
                .map(holder -> {
                    try {
                        return new JcaX509CertificateConverter().getCertificate(holder);
                    } catch (CertificateException e) {
                        throw new TimestampRefused("The time stamping authority's certificate cannot be read", e);
                    }
                })
                .orElseThrow(() -> new TimestampRefused("The time stamping authority sends no certificate"));
    }
}
