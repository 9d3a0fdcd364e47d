package no.tillit.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time stamping authority of one, over HTTP on loopback (RFC 3161). */
public final class SmallTsa implements AutoCloseable {
    /** How it behaves. */
    public enum Mood {
        WILLING,
        /** Answers with status 500. */
        BROKEN,
        /** Answers with the stamp of another document. */
        FALSE
    }

    /** How many questions it was asked. */
    public final AtomicInteger asked = new AtomicInteger();

    private final HttpServer server;
    private final KeyPair keys;
    private final X509CertificateHolder certificate;
    private final Instant says;
    private volatile Mood mood = Mood.WILLING;

    /** @param says the time it puts into every stamp */
    public SmallTsa(Instant says) {
        this.says = says;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            var name = new X500Name("CN=Invented Time");
            certificate = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.TEN,
                            Date.from(says.minus(Duration.ofDays(365))),
                            Date.from(says.plus(Duration.ofDays(365))),
                            name,
                            keys.getPublic())
                    .addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where to ask. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tsa";
    }

    /** From now on it behaves so. */
    public void is(Mood now) {
        mood = now;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            if (mood == Mood.BROKEN) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            byte[] reply = reply(new TimeStampRequest(exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private byte[] reply(TimeStampRequest request)
            throws GeneralSecurityException, OperatorCreationException, TSPException, IOException {
        var token = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", keys.getPrivate(), certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("1.2.3.4"));
        token.addCertificates(new JcaCertStore(List.of(certificate())));
        TimeStampRequest answered = request;
        if (mood == Mood.FALSE) {
            byte[] other = request.getMessageImprintDigest();
            other[0] ^= 1;
            answered = new org.bouncycastle.tsp.TimeStampRequestGenerator()
                    .generate(request.getMessageImprintAlgOID(), other, request.getNonce());
        }
        return new TimeStampResponseGenerator(token, TSPAlgorithms.ALLOWED)
                .generate(answered, BigInteger.valueOf(asked.get()), Date.from(says))
                .getEncoded();
    }

    private java.security.cert.X509Certificate certificate() throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter().getCertificate(certificate);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
